export default {
  title: '{unit}城镇老旧小区改造',
  titleNoUnit: '城镇老旧小区改造',
  about: '本网址是做什么的',
  aboutText:
    '本网址由{unit}住房和城乡建设局使用，向居民公开城镇老旧小区改造中应当公示的内容，收集对公示的意见，并供业主查询本户的表决登记。',
  aboutTextNoUnit:
    '本网址用于向居民公开城镇老旧小区改造中应当公示的内容，收集对公示的意见，并供业主查询本户的表决登记。',
  toNotices: '看公示',
  toReceipt: '查表决登记',
  toComplaints: '投诉、提意见',
  safe: '查看公示不需要账号，也不会要求您填写身份证号、银行卡号或转账。遇到这样的要求，请不要理会，并告诉社区。',
  ask: '想了解自己小区的情况',
  askText: '小区是否列入改造、改哪些内容、什么时候投票和开工，请按下面的顺序询问：',
  askCommunity: '小区所在的社区居民委员会',
  askTown: '所在的街道办事处或镇人民政府',
  askCounty: '所在县（市、区）的住房和城乡建设主管部门',
  units: '负责改造的县市区',
  unitsText: '{count, plural, other {共 # 个}}，各自的住房和城乡建设主管部门负责本地的改造。',
} as const;
