export default {
  tabs: {
    label: '资金',
    overview: '总览',
    entries: '台账',
    payments: '支付审核',
    batches: '资金下达',
    pool: '待分配',
    watch: '闲置与缺口',
  },
};
