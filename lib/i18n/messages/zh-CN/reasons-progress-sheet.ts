/** Why a cell of a month's workbook cannot be taken (lib/domain/progress/sheet-read.ts). */
export default {
  changedSince: '{name}：核对之后有人改了草稿。什么也没有保存，请重新核对这份表。',
  compoundMissing: '这个项目有几个小区都有这项内容。请填写小区名称。',
  countyMissing: '请选择县市。',
  formulaError: '这一格的公式出错（{found}）。请改为数值。',
  investmentTooBig: '填写的是“{found}”，超过 1000 亿元。请核对单位。',
  missing: '文件里没有“{expected}”这样的工作表。请下载本月的表格填写。',
  noHeader: '“{sheet}”页里没有找到表头。请保留下载的表格的表头。',
  notPlanned: '“{found}”不在这个项目现行的方案里。请按下载的表格填写。',
  percentUnreadable: '填写的是“{found}”，不是整数的百分比。请写 0 到 100 的整数，例如 45。',
  project: '没有找到“{found}”：本月要报的项目里没有它。请核对项目编号和月份。',
  projectTwice: '同一个项目写了两次。请重新核对这份表。',
  twice: '与第 {first} 行是同一项。请只保留一行。',
} as const;
