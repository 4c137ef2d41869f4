/** Where a figure comes from, beside the figure. */
export const settingNote = {
  title: "适用的参数",
  initial: "系统初始值",
  COMPANY: "集团设定，{since:day} 起，{by}",
  BRANCH: "分公司设定，{since:day} 起，{by}",
  PROJECT: "楼盘设定，{since:day} 起，{by}",
  COMPANY_SYSTEM: "集团设定，{since:day} 起",
  BRANCH_SYSTEM: "分公司设定，{since:day} 起",
  PROJECT_SYSTEM: "楼盘设定，{since:day} 起",
} as const;
