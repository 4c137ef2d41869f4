import type { COMMON } from "~/domain/refusals/common";

/** What any command or sign-in may answer. A part in brackets is left out where its figures are not known. */
export const common: Record<(typeof COMMON)[number], string> = {
  not_permitted: "您没有此项权限。如工作需要，请联系系统管理员。",
  not_found: "没有找到，或不在您的权限范围内。",
  idempotency_mismatch: "这张表单已提交过其他内容，请刷新页面后重填。",
  stale_version: "您打开后已有人修改过，请查看最新内容后再提交。",
  wrong_state: "当前状态下不能办理此操作，请刷新页面查看最新状态。",
  deal_ended: "该交易已结束。",
  try_again: "刚才情况有变化，请再试一次。",
  sign_in_failed: "用户名或密码不正确。",
  locked_out: "失败次数过多，账户已暂时锁定[，请于 {until} 后再试]。",
  session_expired: "登录已过期，请重新登录；您填写的内容会保留。",
  rate_limited: "操作过于频繁[，请 {seconds} 秒后再试]。",
  code_wrong: "验证码不正确[，还可尝试 {left} 次]。",
  code_expired: "验证码已失效，请重新获取。",
  form_expired: "表单已失效，请刷新页面后重新提交。",
  origin_refused: "请求来源不符，已拒绝。请从本系统页面操作。",
  own_grant: "不能修改自己的授权。",
  roles_conflict: "这两个角色不得由同一人兼任（不相容职务分离）。",
  last_administrator: "至少须保留一名系统管理员。",
  data_key_missing:
    "这里的证件信息由数据密钥[“{key}”]加密，本机没有这把密钥，暂时无法读取，数据没有丢失。请管理员把原密钥加入 DATA_KEYS 后重新启动。",
  data_key_other:
    "这里的证件信息由原来的数据密钥[“{key}”]加密，本机的[“{key}”]同名密钥是另一把，打不开；数据没有丢失。请管理员把原密钥加入 DATA_KEYS 后重新启动。若密钥确认无误，请运行 npm run verify 检查该记录。",
  backup_running: "正在备份，请等这一次完成。",
  backup_folder_unusable: "备份文件夹[ {folder} ]无法写入，请管理员检查 BACKUP_FOLDER 及其权限。",
};
