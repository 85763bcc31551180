import type { Points } from './checklists-building';

/** What holds on every site where people go on living while it is built on. */
export const GENERAL_POINTS: Points = [
  [
    'safety',
    '脚手架、吊篮经验收挂牌，连墙件、脚手板、密目网齐全',
    'Scaffolds and cradles accepted and tagged; ties, boards and nets complete',
  ],
  [
    'safety',
    '临时用电三级配电、两级保护，一机一闸一漏一箱',
    'Temporary power in three levels, protected twice; each machine with its own switch and box',
  ],
  ['safety', '动火作业有审批、有监护、有灭火器材', 'Hot works with permit, watch and extinguishers'],
  ['safety', '施工区围挡封闭，警示标志、夜间警示灯齐全', 'Works fenced off, with warning signs and lights at night'],
  ['safety', '高处作业系安全带，临边洞口有防护', 'Harness at height; edges and openings guarded'],
  ['safety', '消防通道、安全出口畅通，不堆放材料', 'Fire lanes and exits free of material'],
  ['safety', '居民出入口设防护棚和安全通道，人车分流', 'Covered ways at entrances; people and vehicles apart'],
  [
    'safety',
    '进场人员实名登记、三级安全教育，特种作业持证上岗',
    'Workers registered and trained; special trades certified',
  ],
  ['safety', '起重、运输机械检验合格，吊装区域设警戒', 'Cranes and lorries inspected; lifting areas closed off'],
  [
    'safety',
    '基坑、沟槽、井口有围栏盖板，有限空间作业有审批',
    'Pits, trenches and shafts fenced or covered; confined spaces by permit',
  ],
  ['safety', '扬尘、噪声有控制，作业时间告知居民', 'Dust and noise kept down; residents told the working hours'],
  ['quality', '进场材料有合格证，按规定见证取样复验', 'Materials certified, sampled under witness and re-tested'],
  ['quality', '隐蔽工程先验收后覆盖，有影像记录', 'Hidden work accepted and photographed before it is covered'],
  ['quality', '按审定图纸施工，变更有手续', 'Built as drawn; changes on paper'],
  ['quality', '监理旁站、检验批记录与现场进度一致', 'Supervision and batch records keep up with the site'],
];
