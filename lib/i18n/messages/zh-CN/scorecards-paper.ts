/** 评价表、自评报告、支撑材料包、审议表. */
export default {
  annex: '绩效评价表',
  back: '返回得分',
  print: '打印',
  word: '导出 Word',
  excel: '导出 Excel',
  form: { printed: '附件原表', all: '自评、复核、审议并列' },
};
