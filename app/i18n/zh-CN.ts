import { accounts, grantScope } from "./zh-CN/accounts";
import {
  approvalFact,
  approvalKind,
  approvalList,
  approvalStatus,
  approvals,
  substitution,
  substitutionState,
} from "./zh-CN/approvals";
import { backups } from "./zh-CN/backups";
import { board, unit, unitUse } from "./zh-CN/board";
import { calendar, calendarDayKind } from "./zh-CN/calendar";
import { common } from "./zh-CN/common";
import {
  contactKind,
  customerLayout,
  customerPurpose,
  customerSource,
  customerStage,
  customers,
  documentKind,
  idKind,
  interactionKind,
  ownershipKind,
  revealPurpose,
  searchSubject,
  unitFit,
} from "./zh-CN/customers";
import {
  areaBasis,
  contractPaper,
  dealEvent,
  dealStage,
  dealStep,
  deals,
  endReason,
  ownershipForm,
  receivableState,
  specialRelation,
} from "./zh-CN/deals";
import {
  finance,
  ledgerAccount,
  ledgerKind,
  paymentMethod,
  paymentStatus,
  purse,
  receiptStatus,
} from "./zh-CN/finance";
import { form } from "./zh-CN/form";
import { frame } from "./zh-CN/frame";
import { importProblem } from "./zh-CN/import-problem";
import { importedStatus, importFact, imports, priceField } from "./zh-CN/imports";
import { landing } from "./zh-CN/landing";
import { management, offerStatus, priceListStatus, releaseBatchStatus } from "./zh-CN/management";
import { messageText } from "./zh-CN/message-texts";
import { choiceWay, heldBack, message, messageChannel, messageKind, messageStatus } from "./zh-CN/messages";
import { papers } from "./zh-CN/papers";
import { places } from "./zh-CN/places";
import { milestone, portal, wayPoint } from "./zh-CN/portal";
import {
  conditionKind,
  derivationNote,
  derivationStep,
  dueEvent,
  planKind,
  pricing,
  repaymentMethod,
} from "./zh-CN/pricing";
import { refusals } from "./zh-CN/refusals";
import { reports } from "./zh-CN/reports";
import { role } from "./zh-CN/role";
import { saleState, saleStateSign } from "./zh-CN/sale-state";

import { settingEffect } from "./zh-CN/setting-effect";
import { settingChoice, settingName, settingNote, settingUnit } from "./zh-CN/setting-note";
import { settingAct, settingHelp, settingScope, settingSource, settings } from "./zh-CN/settings";
import { jobStatus, signInMethod, system } from "./zh-CN/system";

/** Every text of the product by area, as written first. One line per area. */
export const zhCN = {
  accounts,
  approvalFact,
  approvalKind,
  approvalList,
  approvals,
  approvalStatus,
  substitution,
  substitutionState,
  calendar,
  calendarDayKind,
  common,
  contactKind,
  customerLayout,
  customerPurpose,
  customerSource,
  customerStage,
  customers,
  documentKind,
  idKind,
  interactionKind,
  ownershipKind,
  revealPurpose,
  searchSubject,
  unitFit,
  settings,
  settingAct,
  settingEffect,
  settingChoice,
  settingHelp,
  settingName,
  settingNote,
  settingScope,
  settingSource,
  settingUnit,
  finance,
  form,
  frame,
  importProblem,
  grantScope,
  landing,
  ledgerAccount,
  ledgerKind,
  papers,
  paymentMethod,
  paymentStatus,
  places,
  milestone,
  portal,
  wayPoint,
  purse,
  receiptStatus,
  refusals,
  management,
  choiceWay,
  heldBack,
  message,
  messageChannel,
  messageKind,
  messageText,
  offerStatus,
  priceListStatus,
  releaseBatchStatus,
  reports,
  role,
  saleState,
  saleStateSign,
  jobStatus,
  messageStatus,
  signInMethod,
  system,
  areaBasis,
  conditionKind,
  contractPaper,
  dealEvent,
  dealStage,
  dealStep,
  deals,
  derivationNote,
  derivationStep,
  dueEvent,
  endReason,
  ownershipForm,
  planKind,
  pricing,
  receivableState,
  repaymentMethod,
  specialRelation,
  backups,
  board,
  unit,
  unitUse,
  importedStatus,
  importFact,
  imports,
  priceField,
};
