import type { MessageKind } from "~/domain/message";

/** What a message is called: the subject of a mail, the name in lists. */
export const messageKind: Record<MessageKind, string> = {
  ONE_TIME_CODE: "登录验证码",
  SUBSCRIPTION_EFFECTIVE: "认购生效",
  RECEIPT_ISSUED: "收款通知",
  CONTRACT_SIGNED: "合同签订",
  INSTALMENT_DUE: "付款提醒",
  INSTALMENT_OVERDUE: "逾期催缴",
  HOLD_LAPSING: "预留即将到期",
  APPROVAL_ASKED: "待审批",
  APPROVAL_DECIDED: "审批结果",
  APPROVAL_EXPIRED: "申请已过期",
  SUBSTITUTE_NAMED: "审批委托",
};

/** The outbox, and what people said about being written to. */
export const message = {
  kind: "消息类型",
  parts: "{characters} 字 · 计费 {parts} 条",
  wordsGone: "内容已清除",
  next: "下次发送",
  tried: "已尝试 {attempts} 次：{error}",
  again: "重发",
  againDone: "已重新排队发送。",
  title: "短信与退订",
  lead: "客户收到的通知，以及客户对接收通知的选择。退订即时生效。",
  wanted: "接收的通知",
  wantedHint: "取消勾选即不再发送该类短信",
  alwaysSent: "登录验证码和逾期催缴不受影响。",
  ownLead: "选择您愿意接收的短信通知，随时可改，立即生效。",
  saved: "已保存，立即生效。",
  allKinds: "全部可退订通知",
  said: "客户意愿",
  yes: "接收",
  no: "不接收",
  proof: "凭据",
  proofHint: "如：2026-03-02 来电要求退订",
  recordChoice: "登记客户意愿",
  history: "意愿记录",
  nothingSaid: "客户没有特别要求，按默认接收。",
  way: "方式",
  by: "登记人",
  at: "时间",
  sent: "已发通知",
  noneSent: "还没有发过通知",
  text: "内容",
  state: "状态",
  noMailGateway: "未配置邮件服务器（SMTP_URL），邮件只保存在此，不会外发。",
} as const;

export const messageChannel: Record<"SMS" | "MAIL", string> = { SMS: "短信", MAIL: "邮件" };

export const messageStatus: Record<"WAITING" | "SENT" | "FAILED" | "KEPT" | "SUPPRESSED", string> = {
  WAITING: "待发",
  SENT: "已发",
  KEPT: "仅存发件箱",
  FAILED: "失败",
  SUPPRESSED: "未发",
};

/** Why a message waits, or was not sent. */
export const heldBack: Record<"QUIET_HOURS" | "CAP" | "TOO_LATE" | "DECLINED" | "NO_ADDRESS", string> = {
  QUIET_HOURS: "免打扰时段，顺延发送",
  CAP: "当日已达上限，顺延次日",
  TOO_LATE: "已过有效时间",
  DECLINED: "客户已退订",
  NO_ADDRESS: "没有联系方式",
};

export const choiceWay: Record<"PORTAL" | "STAFF" | "REPLY", string> = {
  PORTAL: "业主页面",
  STAFF: "员工登记",
  REPLY: "短信回复",
};
