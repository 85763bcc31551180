type Kind = readonly [code: string, name: string, nameEn: string, perHousehold?: boolean];

function source(number: number, code: string, name: string, nameEn: string, clause: string, kinds: Kind[] = []) {
  return {
    code,
    name,
    nameEn,
    number,
    clause,
    kinds: kinds.map(([kind, kindName, kindNameEn, perHousehold]) => ({
      code: kind,
      name: kindName,
      nameEn: kindNameEn,
      perHousehold: perHousehold ?? false,
    })),
  };
}

const share = (code: string, work: string, workEn: string, pays: string[], clause: string, countsAsFiscal = false) => ({
  code,
  work,
  workEn,
  pays,
  countsAsFiscal,
  clause,
});

/** P四(二). */
export const funding = {
  sources: [
    source(1, 'central', '中央补助资金', 'Central subsidy', 'P四(二)1'),
    source(2, 'local', '地方财政配套资金', 'Local fiscal funds', 'P四(二)2', [
      ['province', '省级', 'Province'],
      ['prefecture', '州级', 'Prefecture'],
      ['county', '县市级', 'County'],
      ['departments', '整合的部门专项', "Departments' funds brought together"],
      ['reward', '州级绩效奖励', "Prefecture's performance reward"],
    ]),
    source(3, 'pipeline', '管线单位或国有专营企业出资', 'Pipeline and utility companies', 'P四(二)3'),
    source(4, 'residents', '居民出资', 'Residents', 'P四(二)4/来源', [
      ['expropriation', '征收补偿', 'Expropriation compensation'],
      ['operatingIncome', '经营收益', 'Operating income of common parts'],
      ['damages', '赔偿资金', 'Damages'],
      ['selfRaised', '各户自筹集资', 'Raised by households', true],
    ]),
    source(5, 'originalUnit', '原产权单位出资', 'Original property unit', 'P四(二)5'),
    source(6, 'bonds', '政府债券', 'Government bonds', 'P四(二)6', [
      ['general', '一般债券', 'General bonds'],
      ['special', '专项债券', 'Special bonds'],
    ]),
    source(7, 'social', '社会资金', 'Social capital', 'P四(二)7', [
      ['rot', 'ROT模式', 'ROT'],
      ['ppp', 'PPP模式', 'PPP'],
      ['propertyCompany', '物业服务企业投资', 'Property company'],
    ]),
    source(8, 'other', '其他', 'Other', '决定/其他资金'),
  ],
  sharing: [
    share(
      'overheadTidying',
      '架空线缆梳理：杆路利用、线缆整理、箱盒规整',
      'Overhead line tidying: poles, cables, boxes',
      ['pipeline'],
      'P四(二)3/梳理',
    ),
    share(
      'undergroundCivil',
      '“上改下”：土建',
      'Lines moved underground: civil works',
      ['local'],
      'P四(二)3/上改下',
      true,
    ),
    share(
      'undergroundLines',
      '“上改下”：线缆埋设、箱盒规整、杆路拔除、线路迁改切割',
      'Lines moved underground: cables, boxes, pole removal, relocation',
      ['pipeline'],
      'P四(二)3/上改下',
    ),
    share(
      'householdMeters',
      '供水供电供气“一户一表”、楼栋内外管线、增压泵房或二次供水',
      'One meter per household, lines in and outside buildings, booster pumps or secondary supply',
      ['pipeline'],
      'P四(二)3/一户一表',
    ),
    share('drainage', '排水管网敷设或疏通', 'Drainage laying or dredging', ['local'], 'P四(二)3/排水', true),
    share(
      'pipelineSubsidy',
      '县市对管线运营单位的补助',
      'County subsidy to a pipeline company',
      ['local'],
      'P四(二)3/补助',
      true,
    ),
    share('improvement', '提升类项目', 'Improvement items', ['residents', 'local'], 'P四(二)4/比例'),
    share(
      'formerUnitHousing',
      '原企事业单位家属生活居住区（“三供一业”）',
      'Former 三供一业 staff housing',
      ['originalUnit'],
      'P四(二)5',
    ),
  ],
};
