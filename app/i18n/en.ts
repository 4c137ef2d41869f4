import type { Catalogue } from "./catalogue";
import { accounts, grantScope } from "./en/accounts";
import {
  approvalFact,
  approvalKind,
  approvalList,
  approvalStatus,
  approvals,
  substitution,
  substitutionState,
} from "./en/approvals";
import { backups } from "./en/backups";
import { board, unit, unitUse } from "./en/board";
import { calendar, calendarDayKind } from "./en/calendar";
import { common } from "./en/common";
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
} from "./en/customers";
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
} from "./en/deals";
import { finance, ledgerAccount, ledgerKind, paymentMethod, paymentStatus, purse, receiptStatus } from "./en/finance";
import { form } from "./en/form";
import { frame } from "./en/frame";
import { importProblem } from "./en/import-problem";
import { importedStatus, importFact, imports, priceField } from "./en/imports";
import { landing } from "./en/landing";
import { management, offerStatus, priceListStatus, releaseBatchStatus } from "./en/management";
import { messageText } from "./en/message-texts";
import { choiceWay, heldBack, message, messageChannel, messageKind, messageStatus } from "./en/messages";
import { papers } from "./en/papers";
import { places } from "./en/places";
import { milestone, portal, wayPoint } from "./en/portal";
import {
  conditionKind,
  derivationNote,
  derivationStep,
  dueEvent,
  planKind,
  pricing,
  repaymentMethod,
} from "./en/pricing";
import { refusals } from "./en/refusals";
import { reports } from "./en/reports";
import { role } from "./en/role";
import { saleState, saleStateSign } from "./en/sale-state";

import { settingEffect } from "./en/setting-effect";
import { settingChoice, settingName, settingNote, settingUnit } from "./en/setting-note";
import { settingAct, settingHelp, settingScope, settingSource, settings } from "./en/settings";
import { jobStatus, signInMethod, system } from "./en/system";

export const en: Catalogue = {
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
