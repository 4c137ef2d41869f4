import * as accounts from "./zh-CN/accounts";
import * as approvals from "./zh-CN/approvals";
import * as auditWords from "./zh-CN/audit-words";
import * as backupHealth from "./zh-CN/backup-health";
import * as backups from "./zh-CN/backups";
import * as board from "./zh-CN/board";
import * as calendar from "./zh-CN/calendar";
import * as common from "./zh-CN/common";
import * as customers from "./zh-CN/customers";
import * as deals from "./zh-CN/deals";
import * as documentKind from "./zh-CN/document-kind";
import * as erasure from "./zh-CN/erasure";
import * as finance from "./zh-CN/finance";
import * as form from "./zh-CN/form";
import * as frame from "./zh-CN/frame";
import * as importProblem from "./zh-CN/import-problem";
import * as imports from "./zh-CN/imports";
import * as landing from "./zh-CN/landing";
import * as management from "./zh-CN/management";
import * as messageTexts from "./zh-CN/message-texts";
import * as messages from "./zh-CN/messages";
import * as papers from "./zh-CN/papers";
import * as places from "./zh-CN/places";
import * as portal from "./zh-CN/portal";
import * as pricing from "./zh-CN/pricing";
import * as purchaseCosts from "./zh-CN/purchase-costs";
import * as refusals from "./zh-CN/refusals";
import * as reports from "./zh-CN/reports";
import * as role from "./zh-CN/role";
import * as saleState from "./zh-CN/sale-state";
import * as settingEffect from "./zh-CN/setting-effect";
import * as settingNote from "./zh-CN/setting-note";
import * as settings from "./zh-CN/settings";
import * as system from "./zh-CN/system";
import * as boardViews from "./zh-CN/views-of-board";

/** Every text of the product by area, as written first. A book of `zh-CN/` holds one area or a few that go together. */
export const zhCN = {
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
