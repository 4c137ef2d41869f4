import type { INTERFACE } from "~/domain/refusals/interface";

export const interfaceWords: Record<(typeof INTERFACE)[number], string> = {
  token_refused: "缺少访问令牌，或令牌已失效；请在请求头 Authorization 中以 Bearer 方式提供。",
  request_unreadable: "请求内容不是有效的 JSON。",
  idempotency_key_missing: "占房或动账的请求须带请求头 Idempotency-Key（1–200 个可见字符），重发时沿用同一个。",
  method_refused: "此地址不接受该请求方法。",
  request_too_large: "请求内容过大[，最多 {max} KB]。",
  media_type_refused: "请求内容须为 application/json（UTF-8）。",
  server_failed: "系统处理出错；可用同一 Idempotency-Key 重发，并请把请求编号告知管理员。",
};
