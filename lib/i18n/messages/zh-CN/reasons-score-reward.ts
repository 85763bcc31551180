/** Why reward money was refused (lib/domain/scorecards/reward.ts). */
export default {
  document: '文号和文件日期要一起填写。请补填，或把两项都清空。',
  nobody: '没有县市可以分配：等次有权重的县市都没有完成的小区。请核对定稿结果。',
  notFinal: '这一年的绩效评价还没有定稿。请在州政府同意、定稿以后登记奖励资金。',
};
