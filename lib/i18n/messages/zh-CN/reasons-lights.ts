/** Why a project has its light (lib/domain/warnings/light). */
export default {
  completeMissed: '竣工期限是{due}，还没有报竣工。',
  startMissed: '开工期限是{due}，还没有报开工。',
  stopped: '有 {count} 份停工通知没有解除。',
  findingPast: '有 {count} 个检查问题超过整改期限没有整改，最早的期限是{limit}。',
  worksAhead: '项目还在第 {stage} 阶段，没有到实施阶段，已经报了施工进度。',
  paceMisses: '按目前进度到{date}才能竣工，期限是{due}。',
  paceStands: '近几个月没有进展，照这样到{due}不能竣工。',
  completeSoon: '竣工期限是{due}，只完成 {percent}%，不足 {below}%。',
  startSoon: '开工期限是{due}，还没有报开工。',
  completedLate: '{on}竣工，晚于期限{due}。',
  startedLate: '{on}开工，晚于期限{due}。',
  suspended: '项目暂停实施，暂停期间不亮灯。',
  withdrawn: '项目已经撤销，不亮灯。',
  notInPlan: '项目没有列入年度实施计划，不亮灯。',
} as const;
