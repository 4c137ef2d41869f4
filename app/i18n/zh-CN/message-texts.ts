import { templates } from "../message-templates";

/** What is sent. A text message is signed by whoever sends it; what a place holds is fixed by the message's kind. */
export const messageText = templates({
  ONE_TIME_CODE: "验证码 {code}，{minutes} 分钟内有效。请勿告诉他人，工作人员不会向您索要。",
  SUBSCRIPTION_EFFECTIVE: "您认购的 {unit} 定金已收讫，认购书 {number} 生效，请于 {signBy:day} 前签订买卖合同。",
  RECEIPT_ISSUED: "您的 {unit} 收到款项 {amount:money}，收据号 {number}，可登录业主服务查看。",
  CONTRACT_SIGNED: "您的 {unit} 买卖合同 {number} 已签订，后续备案、付款进度可登录业主服务查看。",
  INSTALMENT_DUE: "您的 {unit} {item} {open:money} 将于 {dueOn:day} 到期，请按时付款；已付请忽略。",
  INSTALMENT_OVERDUE:
    "您的 {unit} {item} {open:money} 应于 {dueOn:day} 支付，已逾期 {days} 天，请尽快付款，以免产生违约金。",
  HOLD_LAPSING: "您为 {customer} 预留的 {unit} 将于 {until} 到期释放。如需保留，请尽快办理认购或申请延期。",
  APPROVAL_ASKED: "{by} 提交了「{kind}」申请，等待您审批。\n申请理由：{reason}",
  APPROVAL_DECIDED: "您的「{kind}」申请：{by} 审批，结果为 {status}。",
  APPROVAL_EXPIRED: "您的「{kind}」申请已超过有效期，未能办理。如仍需要，请重新申请。",
  SUBSTITUTE_NAMED: "{from:day} 至 {until:day}，由您代 {absent} 审批。相关申请会出现在您的待办中。",
});
