import type { Catalogue } from "./catalogue";
import * as accounts from "./en/accounts";
import * as approvals from "./en/approvals";
import * as auditWords from "./en/audit-words";
import * as backupHealth from "./en/backup-health";
import * as backups from "./en/backups";
import * as board from "./en/board";
import * as calendar from "./en/calendar";
import * as common from "./en/common";
import * as customers from "./en/customers";
import * as deals from "./en/deals";
import * as documentKind from "./en/document-kind";
import * as erasure from "./en/erasure";
import * as finance from "./en/finance";
import * as form from "./en/form";
import * as frame from "./en/frame";
import * as importProblem from "./en/import-problem";
import * as imports from "./en/imports";
import * as landing from "./en/landing";
import * as management from "./en/management";
import * as messageTexts from "./en/message-texts";
import * as messages from "./en/messages";
import * as papers from "./en/papers";
import * as places from "./en/places";
import * as portal from "./en/portal";
import * as pricing from "./en/pricing";
import * as purchaseCosts from "./en/purchase-costs";
import * as refusals from "./en/refusals";
import * as reports from "./en/reports";
import * as role from "./en/role";
import * as saleState from "./en/sale-state";
import * as settingEffect from "./en/setting-effect";
import * as settingNote from "./en/setting-note";
import * as settings from "./en/settings";
import * as system from "./en/system";
import * as boardViews from "./en/views-of-board";

/** The same in English. */
export const en: Catalogue = {
  ...accounts,
  ...approvals,
  ...auditWords,
  ...backupHealth,
  ...backups,
  ...board,
  ...boardViews,
  ...calendar,
  ...common,
  ...customers,
  ...deals,
  ...documentKind,
  ...erasure,
  ...finance,
  ...form,
  ...frame,
  ...importProblem,
  ...imports,
  ...landing,
  ...management,
  ...messageTexts,
  ...messages,
  ...papers,
  ...places,
  ...portal,
  ...pricing,
  ...purchaseCosts,
  ...refusals,
  ...reports,
  ...role,
  ...saleState,
  ...settingEffect,
  ...settingNote,
  ...settings,
  ...system,
};
