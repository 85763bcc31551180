export default {
  tabs: {
    label: 'Funds',
    overview: 'Overview',
    entries: 'Ledger',
    payments: 'Payments',
    batches: 'Allocation',
    pool: 'To assign',
    watch: 'Idle and short',
  },
};
