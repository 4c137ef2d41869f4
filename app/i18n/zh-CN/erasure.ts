import type { ErasureGround } from "~/domain/erasure";

/** Erasing a person, and what is left of one. */
export const erasure = {
  title: "删除 {name} 的个人信息",
  lead: "删除后不能恢复。姓名、电话、证件、地址、备注、跟进内容、短信与附件全部删除，业主登录随之停用；来访与转化的统计数字不变。",
  keeps: "签过认购书或合同、有收款或已开单据的客户，须依法保存，不能删除。备份中的资料随备份轮换清除。",
  lastContact: "最后联系",
  dueOn: "保存至",
  ground: "删除依据",
  now: "立即删除",
  ask: "提交营销总监审批",
  erased: "已删除的客户",
  erasedAt: "该客户的个人信息已于 {at} 删除。",
  under_RETENTION: "依据：《个人信息保护法》第47条第1款，保存期限已届满。",
  under_REQUEST: "依据：《个人信息保护法》第47条第1款，本人要求删除。",
  dueLead: "超过保存期限没有联系、未成交、没有在途事项的客户，应予删除。",
} as const;

export const erasureGround: Record<ErasureGround, string> = {
  RETENTION: "保存期限已届满",
  REQUEST: "本人要求删除",
};
