export default { title: '资金分摊' };
