export type Entity = 'compound' | 'building' | 'household';

export interface ImportField {
  field: string;
  /** The header of our own template first, then what other lists call it. */
  words: readonly string[];
  kind: 'text' | 'count' | 'area' | 'money' | 'year' | 'boolean' | 'choice' | 'phone' | 'id' | 'coordinate';
}

const field = (name: string, kind: ImportField['kind'], ...words: string[]): ImportField => ({
  field: name,
  kind,
  words,
});

const COMPOUND: ImportField[] = [
  field('serial', 'text', '序号', '编号', '项次', 'No'),
  field('code', 'text', '小区编码', '小区代码', '小区编号'),
  field('name', 'text', '小区名称', '小区', '名称', '项目名称', '老旧小区名称', '小区（项目）名称', '小区名'),
  field('address', 'text', '地址', '详细地址', '小区地址', '坐落', '位置', '地点', '项目地址'),
  field('county', 'text', '县市', '县（市）', '县市区', '所属县市'),
  field('subdistrict', 'text', '街道', '镇街', '乡镇', '街道（乡镇）', '所属街道', '镇（街道）', '镇'),
  field('community', 'text', '社区', '所属社区', '社区（村）', '社区名称', '居委会'),
  field('longitude', 'coordinate', '经度', '东经'),
  field('latitude', 'coordinate', '纬度', '北纬'),
  field(
    'yearBuilt',
    'year',
    '建成年份',
    '建成年代',
    '建设年代',
    '建成时间',
    '建造年份',
    '竣工年份',
    '年代',
    '建筑年代',
    '建设年份',
  ),
  field(
    'statedBuildings',
    'count',
    '楼栋数',
    '楼栋',
    '楼宇',
    '栋数',
    '幢数',
    '楼房栋数',
    '楼幢数',
    '楼栋数量',
    '涉及楼栋',
  ),
  field('statedUnits', 'count', '单元数', '单元'),
  field(
    'statedHouseholds',
    'count',
    '户数',
    '总户数',
    '居民户数',
    '涉及居民',
    '涉及户数',
    '住户数',
    '居民',
    '惠及居民',
    '涉及居民户数',
  ),
  field('statedFloorArea', 'area', '建筑面积', '总建筑面积', '面积', '房屋建筑面积', '改造面积', '改造建筑面积'),
  field('statedExclusiveArea', 'area', '专有面积', '总专有面积', '专属面积', '套内面积'),
  field('ownershipKind', 'choice', '产权性质', '房屋性质', '产权类型', '房屋产权', '产权属性'),
  field('originalUnit', 'text', '原产权单位', '产权单位', '原单位'),
  field('hasOwnersCommittee', 'boolean', '业主委员会', '有无业主委员会', '是否成立业委会', '业委会'),
  field('hasPropertyService', 'boolean', '物业管理', '有无物业管理', '有无物业', '物业服务', '物业'),
  field(
    'hasMaintenanceFund',
    'boolean',
    '维修资金账户',
    '有无维修资金账户',
    '专项维修资金',
    '住宅专项维修资金',
    '维修资金',
  ),
  field('willingness', 'choice', '居民改造意愿', '改造意愿', '居民意愿'),
  field('legalTitle', 'boolean', '合法产权', '具有合法产权', '有无合法产权', '产权是否合法'),
  field('insideTown', 'boolean', '位于城市、县城', '是否在城区', '是否在县城', '城关镇'),
  field('inShantytownPlan', 'boolean', '纳入棚户区改造计划', '是否纳入棚改', '棚户区', '棚改'),
  field('plannedDemolition', 'boolean', '拟拆除新建', '是否拟拆除', '拆除重建'),
  field('mainlySelfBuilt', 'boolean', '以自建住房为主', '是否自建房', '自建房'),
  field('urbanVillage', 'boolean', '城中村', '是否城中村'),
  field('facilitiesIncomplete', 'boolean', '配套设施不全', '设施不全'),
  field('environmentPoor', 'boolean', '环境脏乱差', '脏乱差'),
  field('managementMissing', 'boolean', '管理机制不健全', '机制不健全'),
  field('facilitiesBackward', 'boolean', '公共设施落后', '公共设施落后影响居民的基本生活', '设施落后'),
  // Not a fact of the survey: kept beside the remarks when a plan list is read.
  field('plannedInvestment', 'money', '计划投资', '总投资', '投资', '投资估算', '估算投资', '计划总投资', '投资额'),
  field('remarks', 'text', '备注', '说明', '其他'),
];

const BUILDING: ImportField[] = [
  field('compound', 'text', '小区名称', '小区', '所属小区'),
  field('name', 'text', '楼栋', '楼栋名称', '栋号', '楼号', '幢号', '楼栋号'),
  field('yearBuilt', 'year', '建成年份', '建成年代', '建设年代', '建成时间', '竣工年份'),
  field('structure', 'choice', '结构', '结构类型', '建筑结构', '房屋结构'),
  field('storeys', 'count', '层数', '总层数', '楼层数'),
  field('units', 'count', '单元数', '单元'),
  field('statedHouseholds', 'count', '户数', '总户数', '住户数'),
  field('floorArea', 'area', '建筑面积', '总建筑面积', '面积'),
  field('remarks', 'text', '备注', '说明'),
];

const HOUSEHOLD: ImportField[] = [
  field('compound', 'text', '小区名称', '小区', '所属小区'),
  field('building', 'text', '楼栋', '楼栋名称', '栋号', '楼号', '幢号', '楼栋号'),
  field('unitNo', 'text', '单元', '单元号'),
  field('room', 'text', '房号', '室号', '门牌号', '房间号', '户号'),
  field('storey', 'count', '楼层', '所在层', '层'),
  field('exclusiveArea', 'area', '专有面积', '专属面积', '建筑面积', '套内面积', '产权面积', '面积'),
  field('usage', 'choice', '用途', '房屋用途'),
  field('ownerName', 'text', '业主姓名', '业主', '姓名', '户主', '产权人', '所有权人', '业主名称'),
  field('ownerKind', 'choice', '业主类型', '业主性质', '产权人类型'),
  field('ownerPhone', 'phone', '联系电话', '电话', '手机', '手机号', '联系方式', '手机号码'),
  field('ownerId', 'id', '身份证号', '身份证号码', '证件号码', '公民身份号码'),
  field('remarks', 'text', '备注', '说明'),
];

export const IMPORT_FIELDS: Record<Entity, readonly ImportField[]> = {
  compound: COMPOUND,
  building: BUILDING,
  household: HOUSEHOLD,
};
