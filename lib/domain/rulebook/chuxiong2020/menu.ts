type Row = readonly [key: string, name: string, nameEn: string, cls: '基础类' | '完善类' | '提升类'];

const BUILDING_REQUIRED: Row[] = [
  ['roofLeaks', '屋面渗漏修缮', 'Roof leak repair', '基础类'],
  ['illegalStructures', '整治私搭乱建', 'Removal of unauthorised structures', '完善类'],
  ['facadeAttachments', '建筑悬挂物处理', 'Treatment of objects hung on façades', '基础类'],
  ['facadeLeaks', '建筑外立面渗漏修补', 'Façade leak repair', '基础类'],
  ['stairwells', '单元楼道整修', 'Stairwell refurbishment', '基础类'],
  ['householdMeters', '供电供水供气一户一表改造', 'One meter per household for power, water and gas', '基础类'],
  ['stairwellWiring', '楼道内强弱电设施整治', 'Tidying of power and telecom wiring in stairwells', '基础类'],
  ['stairwellLighting', '楼道照明系统', 'Stairwell lighting', '基础类'],
  ['lightningProtection', '防雷设施', 'Lightning protection', '基础类'],
  ['buildingFireSafety', '消防设施', 'Fire safety (building)', '基础类'],
];

const BUILDING_IMPROVEMENT: Row[] = [
  ['entranceDoors', '单元防盗门及门禁', 'Security doors and entry control', '基础类'],
  ['entranceCanopies', '单元入口增设遮阳雨棚', 'Canopies at unit entrances', '完善类'],
  ['lifts', '多层住宅楼房增设电梯', 'Lifts added to multi-storey blocks', '完善类'],
  ['roofAppearance', '屋面美化整饰', 'Roof appearance', '完善类'],
  ['energySaving', '节能改造', 'Energy-saving retrofit', '完善类'],
  ['facadeStyle', '建筑外立面特色风貌改造', 'Façades in local style', '完善类'],
  ['structuralMonitoring', '房屋结构安全检测设施', 'Structural safety monitoring', '基础类'],
];

const COMPOUND_REQUIRED: Row[] = [
  ['safetySupervision', '小区安全监管系统', 'Compound security system', '基础类'],
  ['wasteSorting', '垃圾分类收集点', 'Waste sorting points', '基础类'],
  ['compoundFireSafety', '消防设施', 'Fire safety (compound)', '基础类'],
  ['septicTanks', '化粪池', 'Septic tanks', '基础类'],
  ['drainage', '雨污管网', 'Storm and foul drainage', '基础类'],
  ['linesAndPipes', '“三线三管整治”', 'Three lines and three pipes', '基础类'],
  ['roads', '道路整治', 'Roads', '基础类'],
  ['parking', '停车设施', 'Parking', '完善类'],
  ['outdoorLighting', '室外照明系统', 'Outdoor lighting', '完善类'],
  ['walls', '围墙整治', 'Boundary walls', '完善类'],
];

const COMPOUND_IMPROVEMENT: Row[] = [
  ['charging', '充电设施', 'Charging points', '完善类'],
  ['fitness', '健身及活动设施', 'Fitness and leisure equipment', '完善类'],
  ['gateway', '小区出入口形象提升', 'Compound entrances', '完善类'],
  [
    'publicServices',
    '公共服务设施（物业管理用房、公共活动室、图书室、娱乐室等）',
    'Public service rooms (property office, activity room, library, recreation)',
    '提升类',
  ],
  ['mailAndParcels', '信报箱和快递设施', 'Letter boxes and parcel lockers', '完善类'],
  ['greening', '绿化改造提升', 'Greening', '完善类'],
  ['activityGrounds', '活动场地', 'Activity grounds', '完善类'],
  ['barrierFree', '公共区域无障碍设施', 'Barrier-free common areas', '完善类'],
  ['elderly', '适老设施', 'Facilities for the elderly', '完善类'],
];

function section(letters: 'B-R' | 'B-I' | 'C-R' | 'C-I', clause: string, rows: Row[]) {
  return rows.map(([key, name, nameEn, cls], index) => ({
    code: `${letters}${String(index + 1).padStart(2, '0')}`,
    key,
    name,
    nameEn,
    scope: letters.startsWith('B') ? 'building' : 'compound',
    necessity: letters.endsWith('R') ? 'required' : 'improvement',
    class: cls,
    order: index + 1,
    clause,
  }));
}

/** P三(二): 36 items; 消防设施 stands in both scopes and is two items. The class is that of 国办发〔2020〕23号. */
export const menu = [
  ...section('B-R', 'P三(二)1(1)', BUILDING_REQUIRED),
  ...section('B-I', 'P三(二)1(2)', BUILDING_IMPROVEMENT),
  ...section('C-R', 'P三(二)2(1)', COMPOUND_REQUIRED),
  ...section('C-I', 'P三(二)2(2)', COMPOUND_IMPROVEMENT),
];

const menuClass = (code: '基础类' | '完善类' | '提升类', nameEn: string) => ({
  code,
  name: code,
  nameEn,
  clause: '国办发〔2020〕23号',
});

export const menuClasses = [
  menuClass('基础类', 'Basic'),
  menuClass('完善类', 'Completing'),
  menuClass('提升类', 'Improving'),
];

const promise = (code: string, name: string, nameEn: string, items: string[], helpedBy: string[] = []) => ({
  code,
  name,
  nameEn,
  items,
  helpedBy,
  clause: 'P三(二)1',
});

/** 五不: kept for a building when all its `items` are done or already meet the standard. */
export const promises = [
  promise('roof', '屋顶不漏', 'No leaking roof', ['B-R01'], ['B-R04']),
  promise('ground', '底层不堵', 'No blocked ground floor', ['B-R02', 'C-R04', 'C-R05']),
  promise('light', '楼道不暗', 'No dark stairwell', ['B-R08']),
  promise('lines', '管线不乱', 'No tangled lines', ['B-R06', 'B-R07', 'C-R06'], ['B-R03']),
  promise('stairs', '上楼不难', 'No hard way up', ['B-R05'], ['B-I03', 'C-I08', 'C-I09']),
];

const have = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: 'P一' });

/** 六有: attested per compound with a photo. */
export const sixHaves = [
  have('facilities', '有完善设施', 'Complete facilities'),
  have('environment', '有整洁环境', 'Clean environment'),
  have('services', '有配套服务', 'Services at hand'),
  have('management', '有长效管理', 'Lasting management'),
  have('culture', '有特色文化', 'Culture of its own'),
  have('relations', '有和谐关系', 'Good neighbourly relations'),
];
