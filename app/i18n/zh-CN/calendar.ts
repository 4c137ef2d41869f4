import type { CalendarDayKind } from "~/domain/state-holidays";

/** Holidays and worked weekends: by them dates move from a rest day to the next working day. */
export const calendar = {
  title: "工作日历",
  lead: "到期日与签约期限遇休息日顺延至下一个工作日（民法典第203条）。周末默认休息，法定节假日与调休在此。",
  year: "年度",
  day: "日期",
  kind: "类别",
  name: "名称",
  nameHint: "如：国庆节",
  source: "依据",
  sourceHint: "如：国务院办公厅放假通知文号、公司通知",
  by: "登记人",
  state: "国务院公布",
  empty: "这一年没有登记节假日",
  noneYet: "{year} 年的放假安排尚未登记，到期日暂只避开周末。公布后请在下方录入。",
  set: "登记休息日或调休",
  standing: "只影响今后确定的日期：已定的 {dueDates} 个应收到期日、{signDates} 个签约期限不变。",
  from: "自",
  to: "至（含）",
  save: "登记",
  saved: "已登记 {days} 天。",
} as const;

export const calendarDayKind: Record<CalendarDayKind, string> = {
  REST: "放假",
  WORK: "调休上班",
  ORDINARY: "恢复正常",
};
