export default {
  chart: 'Chart',
  table: 'Table',
  view: 'Show as',
  empty: 'Nothing to show yet',
  emptyHint: 'The chart fills itself once data has been entered.',
  unit: 'Unit: {unit}',
  item: 'Item',
  value: 'Value',
  target: 'Target {value}',
  targetName: 'Target',
  total: 'Total',
  loading: 'Loading the chart…',
} as const;
