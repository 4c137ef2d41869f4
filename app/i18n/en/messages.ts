import type { Catalogue } from "../catalogue";

export const messageKind: Catalogue["messageKind"] = {
  ONE_TIME_CODE: "Sign-in code",
  SUBSCRIPTION_EFFECTIVE: "Subscription effective",
  RECEIPT_ISSUED: "Money received",
  CONTRACT_SIGNED: "Contract signed",
  INSTALMENT_DUE: "Instalment due soon",
  INSTALMENT_OVERDUE: "Instalment overdue",
  HOLD_LAPSING: "Hold about to end",
  APPROVAL_ASKED: "Approval asked",
  APPROVAL_DECIDED: "Request answered",
  APPROVAL_EXPIRED: "Request expired",
  SUBSTITUTE_NAMED: "Approving in somebody's place",
};

export const message: Catalogue["message"] = {
  kind: "Kind",
  parts: "{characters} characters · {parts} {parts|part|parts}",
  wordsGone: "the words are gone",
  next: "Next try",
  tried: "{attempts} {attempts|try|tries}: {error}",
  again: "Send again",
  againDone: "It stands in the queue again.",
  title: "Messages and choices",
  lead: "What the customer is told by message, and what they said about it. A no counts at once.",
  wanted: "Messages wanted",
  wantedHint: "What is not ticked is no longer sent",
  alwaysSent: "Sign-in codes and demands for overdue payments are sent in any case.",
  ownLead: "Choose the text messages that you want. A change counts at once.",
  saved: "Saved; it counts from now on.",
  allKinds: "All that can be declined",
  said: "The customer says",
  yes: "wanted",
  no: "not wanted",
  proof: "Proof",
  proofHint: "e.g. called on 2 March and asked for it",
  recordChoice: "Write down a choice",
  history: "What was said",
  nothingSaid: "The customer said nothing about it; everything is sent.",
  way: "How",
  by: "Written down by",
  at: "When",
  sent: "Messages",
  noneSent: "No messages yet",
  text: "Text",
  state: "State",
  noMailGateway: "There is no mail server (SMTP_URL): mail is kept here and not sent.",
};

export const messageChannel: Catalogue["messageChannel"] = { SMS: "Text message", MAIL: "Mail" };

export const messageStatus: Catalogue["messageStatus"] = {
  WAITING: "Waiting",
  SENT: "Sent",
  KEPT: "Kept here",
  FAILED: "Failed",
  SUPPRESSED: "Not sent",
};

export const heldBack: Catalogue["heldBack"] = {
  QUIET_HOURS: "Quiet hours: later",
  CAP: "Enough for one day: tomorrow",
  TOO_LATE: "No longer worth sending",
  DECLINED: "Declined by the customer",
  NO_ADDRESS: "No address",
};

export const choiceWay: Catalogue["choiceWay"] = {
  PORTAL: "In the portal",
  STAFF: "Told to staff",
  REPLY: "By reply",
};
