import type { OPENING } from "~/domain/refusals/opening";

/** Queue numbers and the lottery. A part in brackets is left out where its figures are not known. */
export const opening: Record<(typeof OPENING)[number], string> = {
  permit_missing: "该项目尚无预售许可证，不得收取排号费用。",
  numbers_per_id_exceeded: "每个证件的排号数已达上限[（{max} 个）]。",
  not_in_internal_batch: "不在内部批次名单中。",
  buyers_incomplete: "买受人信息未填完整。",
  money_not_receipted: "款项尚未开具收据。",
  money_behind: "该排号已有款项，请先退款。",
  session_not_open: "选房场次尚未开始。",
  out_of_order: "未轮到该号，须按号序选房。",
  choosing_time_over: "选房时间已到。",
  quota_per_home_reached: "该套住房可配的车位或储藏室已达上限[（{max} 个）]。",
  same_person: "须由另一人办理。",
  nothing_chosen: "尚未选择房源。",
  batch_not_approved: "推盘批次尚未审批。",
  list_empty: "名单为空。",
  number_unpaid: "该排号尚未缴款。",
  priority_proof_missing: "请先上传优先资格证明。",
  seed_commitment_missing: "请先公布种子的摘要。",
  public_value_not_future: "公开数值须在承诺之后产生。",
  public_value_not_out: "公开数值尚未产生。",
  second_person_missing: "须有第二人在场见证。",
  seed_mismatch: "种子与先前公布的摘要不符。",
  list_changed: "名单在公布后有变动，须重新公布。",
  batch_not_released: "该批次尚未推盘。",
  number_called: "该号已叫，不能修改。",
};
