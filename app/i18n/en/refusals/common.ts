import type { COMMON } from "~/domain/refusals/common";

export const common: Record<(typeof COMMON)[number], string> = {
  not_permitted: "You may not do this. If your work needs it, ask the administrator.",
  not_found: "Not found, or outside what you may see.",
  idempotency_mismatch: "This form was already sent with other content; reload the page and fill it in again.",
  stale_version: "Somebody changed this after you opened it; look at the latest version, then send again.",
  wrong_state: "This cannot be done in the present state; reload the page to see it.",
  deal_ended: "This deal has ended.",
  try_again: "Something changed just now; please try again.",
  sign_in_failed: "The user name or the password is not right.",
  locked_out: "Too many failures: the account is locked for a while[; try again after {until}].",
  session_expired: "Your session has ended; sign in again, what you typed is kept.",
  rate_limited: "Too many requests[; try again in {seconds} {seconds|second|seconds}].",
  code_wrong: "The code is not right[; {left} {left|try|tries} left].",
  code_expired: "The code has expired; ask for a new one.",
  form_expired: "This form has expired; reload the page and send it again.",
  origin_refused: "This request did not come from our own pages and was refused.",
  own_grant: "You cannot change your own grants.",
  roles_conflict: "One person may not hold both of these roles (segregation of duties).",
  last_administrator: "At least one administrator must remain.",
  data_key_missing:
    "The identity data here was encrypted with the data key[ “{key}”], which this server does not have. Nothing is lost. The administrator should add the former key to DATA_KEYS and start again.",
  data_key_other:
    "The identity data here was encrypted with the former data key[ “{key}”]; the key of that name on this server is another one and does not open it. Nothing is lost. The administrator should add the former key to DATA_KEYS and start again. If the key is certainly the right one, npm run verify checks the record.",
  backup_running: "A backup is under way; wait until it is done.",
  backup_folder_unusable:
    "The folder of the backups[ ({folder})] cannot be written to. Have the administrator check BACKUP_FOLDER and its permissions.",
};
