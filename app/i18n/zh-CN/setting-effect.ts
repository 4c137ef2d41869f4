import type { SettingEffectName } from "~/domain/settings/effect";

/** What a new value of a setting touches, as its preview says. */
export const settingEffect: Record<SettingEffectName, string> = {
  HOLDS_KEEP: "{count} 个有效的留房保留原来的到期时间。",
  HOLDS_NO_FURTHER: "{count} 个留房已达新的延期上限，不能再延。",
  CONSULTANTS_FULL: "{count} 位顾问已达新上限：现有留房不变，须先释放才能再留。",
  WITHHELD_KEEP: "{count} 套已销控房源保留原来的到期时间。",
  PROJECTS_FULL: "{count} 个楼盘已达新上限：现有销控不变，不能再增加。",
  SIGNED_KEEP: "{count} 份已签、待缴定金的认购书按原缴款时限；生效后的签约期限按生效当日的设定。",
  RESERVED_KEEP: "{count} 份已生效认购书保留原签约期限。",
  RESERVED_NO_FURTHER: "{count} 份认购已达新的延期次数，不能再申请延期。",
  DRAFTS_NEW: "{count} 份未签的认购草稿签字后按新值。",
  DRAFTS_KEEP: "{count} 份未签的认购草稿保留已算出的价格与定金，重拟时按新值。",
  DRAFTS_JUDGED: "{count} 份未签的认购草稿签字时按新值重新核对。",
  DRAFTS_INELIGIBLE: "{count} 份草稿未核查购房资格：设为禁止后不能签字。",
  APPROVALS_KEEP: "{count} 张在途特殊优惠审批单按原审批人和时限办理。",
  TO_POOL: "{count} 位客户将进入公共池。",
  FROM_POOL: "{count} 位客户将由公共池回到原顾问。",
  FEES_KEEP: "{count} 份已签合同的违约金按签约当日的设定，不受影响。",
  FEES_WITH_CONTRACT: "{count} 份已签认购书的违约金按签认购书当日的设定，签订合同后按合同当日的设定。",
  DEALS_WITHOUT_PERMIT: "{count} 笔在办交易的房源没有预售许可证。",
  DEALS_MORTGAGED: "{count} 笔在办交易的房源抵押未获银行同意。",
  UNITS_ABOVE_FILED: "{count} 套房源的表价高于备案价。",
  UNITS_WITHOUT_FILED: "{count} 套在售类房源没有自己的备案价。",
  UNITS_UNPUBLISHED: "{count} 套准售房源按新值已逾期未公开。",
  PEOPLE_DUE: "按新值有 {count} 位未成交客户保存期限已满，应予删除。",
  UNFILED_LATE: "{count} 份未备案合同按新值已逾期。",
};
