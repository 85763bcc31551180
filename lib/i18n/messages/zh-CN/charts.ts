export default {
  chart: '图',
  table: '数据表',
  view: '显示方式',
  empty: '暂无可显示的数据',
  emptyHint: '数据录入后，这里会自动显示。',
  unit: '单位：{unit}',
  item: '项目',
  value: '数值',
  target: '目标 {value}',
  targetName: '目标',
  total: '合计',
  loading: '图表正在加载…',
} as const;
