import type { INTERFACE } from "~/domain/refusals/interface";

export const interfaceWords: Record<(typeof INTERFACE)[number], string> = {
  token_refused: "缺少访问令牌，或令牌已失效；请在请求头 Authorization 中以 Bearer 方式提供。",
  request_unreadable: "请求内容不是有效的 JSON。",
  idempotency_key_missing: "占房或动账的请求须带请求头 Idempotency-Key（1–200 个可见字符），重发时沿用同一个。",
  method_refused: "此地址不接受该请求方法。",
  request_too_large: "请求内容过大[，最多 {max} KB]。",
  media_type_refused: "请求内容须为 application/json（UTF-8）。",
  server_failed: "系统处理出错；可用同一 Idempotency-Key 重发，并请把请求编号告知管理员。",
  database_away: "数据库暂时连接不上，系统正在恢复；请稍候重试。同一份表单重发不会重复办理。",
  database_full: "服务器磁盘已满，暂时无法保存；已保存的内容没有丢失。请通知管理员清理磁盘空间，然后重试。",
  database_crowded: "数据库连接数已满；请稍候重试。若持续出现，请通知管理员。",
};
