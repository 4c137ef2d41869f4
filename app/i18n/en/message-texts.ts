import { templates } from "../message-templates";

export const messageText = templates({
  ONE_TIME_CODE: "Your code is {code}, good for {minutes} minutes. Tell nobody; our staff never ask for it.",
  SUBSCRIPTION_EFFECTIVE:
    "We have received the earnest money for {unit}. Subscription {number} is effective; please sign the contract by {signBy:day}.",
  RECEIPT_ISSUED: "We have received {amount:money} for {unit}, receipt {number}. You find it in the buyers' portal.",
  CONTRACT_SIGNED:
    "The contract {number} for {unit} is signed. Filing and payments can be followed in the buyers' portal.",
  INSTALMENT_DUE:
    "{item} of {open:money} for {unit} is due on {dueOn:day}. Please ignore this if you have paid already.",
  INSTALMENT_OVERDUE:
    "{item} of {open:money} for {unit} was due on {dueOn:day}, {days} {days|day|days} ago. Please pay soon to avoid late fees.",
  HOLD_LAPSING:
    "Your hold on {unit} for {customer} ends at {until}. Subscribe or ask for an extension if the home is to stay held.",
  APPROVAL_ASKED: "{by} asks for your approval: {kind}.\nReason: {reason}",
  APPROVAL_DECIDED: "Your request “{kind}” was answered by {by}: {status}.",
  APPROVAL_EXPIRED: "Your request “{kind}” has expired without effect. Ask again if it is still needed.",
  SUBSTITUTE_NAMED:
    "From {from:day} to {until:day} you approve in place of {absent}. The requests appear in your inbox.",
});
