import type { Points } from './checklists-building';

/** Check points of what is done in the compound (P三(二)2). */
export const COMPOUND_POINTS: Record<string, Points> = {
  'C-R01': [
    [
      'quality',
      '摄像机覆盖出入口、主要通道，图像清晰、夜间可辨',
      'Cameras cover gates and main paths; pictures clear, also at night',
    ],
    ['quality', '录像保存不少于30天，时钟准确', 'Recordings kept for 30 days or more; the clock is right'],
    ['quality', '立杆基础牢固，设备箱防雷接地', 'Poles firmly founded; boxes earthed against lightning'],
  ],
  'C-R02': [
    ['quality', '四分类容器齐全，标识符合国家标准', 'Bins of four kinds, marked by the national standard'],
    [
      'quality',
      '地面硬化并有冲洗、排水，污水接入污水管',
      'Paved ground with washing and drain; foul water into the foul sewer',
    ],
    [
      'quality',
      '收集点距住户窗口的距离和清运车通行满足要求',
      'Distance from windows and access for the lorry as required',
    ],
  ],
  'C-R03': [
    [
      'quality',
      '室外消火栓出水压力、流量满足要求，井盖可开启',
      'Hydrants give the pressure and flow required; covers open',
    ],
    ['quality', '消防车通道净宽、净高不小于4米，划线标识完整', 'Fire lanes 4 m wide and high, fully marked'],
    ['quality', '微型消防站或消防器材柜配置齐全', 'Small fire station or cabinet fully equipped'],
    ['safety', '施工期间消防车通道不堆料、不断路', 'No material on the fire lane, no closure during works'],
  ],
  'C-R04': [
    ['quality', '池体满水24小时试验，渗水量符合要求', 'Tank filled for 24 hours, loss within limits'],
    ['quality', '进出水管标高、坡度正确，通气管完好', 'Levels and falls of pipes right; vent whole'],
    ['quality', '井盖为重型防坠型，与路面齐平', 'Heavy covers with fall nets, level with the road'],
    [
      'safety',
      '有限空间作业先通风、再检测、后作业，有专人监护',
      'Confined space: ventilate, measure, then work, always watched',
    ],
  ],
  'C-R05': [
    ['quality', '雨污分流到位，无错接、混接', 'Storm and foul water kept apart, no wrong connections'],
    [
      'quality',
      '管道坡度、接口严密，污水管闭水试验合格',
      'Falls right and joints tight; foul pipes pass the water test',
    ],
    ['quality', '管道基础、回填分层夯实，压实度有检测', 'Bedding and backfill compacted in layers and tested'],
    ['quality', '检查井流槽、踏步、防坠网齐全，井盖不松动', 'Manholes with channel, steps and fall net; covers firm'],
    [
      'safety',
      '沟槽放坡或支撑，堆土距沟边不小于1米，夜间有警示灯',
      'Trenches sloped or braced; soil 1 m from the edge; warning lights at night',
    ],
  ],
  'C-R06': [
    [
      'quality',
      '电力、通信、广电线缆入地或规整，无飞线',
      'Power, telecom and television lines buried or tidied, none flying',
    ],
    [
      'quality',
      '给水、排水、燃气管道间距和埋深符合规范',
      'Distance and depth of water, drain and gas pipes by the standard',
    ],
    ['quality', '过路管有套管，管线走向有竣工测量', 'Sleeves below roads; courses surveyed as built'],
    [
      'safety',
      '开挖前探明地下管线并书面交底，燃气管两侧人工开挖',
      'Buried lines located and handed over in writing; hand digging beside gas',
    ],
  ],
  'C-R07': [
    ['quality', '路基压实度、基层厚度检测合格', 'Subgrade density and base thickness pass the test'],
    [
      'quality',
      '面层平整，无积水、裂缝、松散，井盖与路面齐平',
      'Surface even, no puddles, cracks or loose spots; covers level',
    ],
    ['quality', '混凝土强度或沥青厚度取芯检测符合设计', 'Concrete strength or asphalt thickness by cores as designed'],
    [
      'safety',
      '分段施工，留出居民通道，坑槽加盖或围挡',
      'Built in sections with a path for residents; pits covered or fenced',
    ],
  ],
  'C-R08': [
    [
      'quality',
      '车位尺寸、标线清晰，不占消防车道和盲道',
      'Bay sizes and lines clear, not on fire lanes or tactile paving',
    ],
    ['quality', '地面承载与排水满足要求，植草砖铺设牢固', 'Ground bears and drains as required; grass pavers firm'],
    ['quality', '按比例设置无障碍车位并有标识', 'Accessible bays in due number and marked'],
  ],
  'C-R09': [
    ['quality', '灯杆垂直、基础牢固，检修门锁闭', 'Lamp posts upright and firm; hatches locked'],
    [
      'quality',
      '每杆接地电阻不大于10欧姆，回路有漏电保护',
      'Each post earthed at 10 ohms or less; residual-current protection',
    ],
    [
      'quality',
      '主要道路平均照度不低于10勒克斯，不直射住户窗户',
      'Main roads 10 lux on average, no glare into windows',
    ],
  ],
  'C-R10': [
    ['quality', '墙体垂直、无开裂，基础稳固，设伸缩缝', 'Wall upright and uncracked on firm footings with joints'],
    ['quality', '压顶、抹灰、涂料完整，栏杆防腐', 'Coping, render and paint whole; railings protected from rust'],
    [
      'safety',
      '拆除旧墙时两侧设警戒，危墙先支撑',
      'Both sides closed off when the old wall comes down; unsafe parts propped',
    ],
  ],
  'C-I01': [
    ['quality', '充电设备有产品认证，安装牢固，有雨棚', 'Certified chargers, firmly mounted below a roof'],
    [
      'quality',
      '专用回路，漏电、过载、短路保护齐全，接地可靠',
      'Own circuit with residual-current, overload and short-circuit protection, earthed',
    ],
    [
      'quality',
      '与建筑、安全出口的防火间距符合要求，配灭火器材',
      'Fire distance from buildings and exits kept; extinguishers at hand',
    ],
  ],
  'C-I02': [
    ['quality', '器材有国家标准认证，预埋件牢固，无尖角毛刺', 'Certified equipment, firmly anchored, no sharp edges'],
    ['quality', '安全使用说明牌齐全，活动半径内无障碍物', 'Instruction signs in place; free room around'],
    ['quality', '缓冲地面厚度符合要求', 'Safety surfacing as thick as required'],
  ],
  'C-I03': [
    ['quality', '门楼、构件结构牢固，经设计复核', 'Gate structure firm and checked by the designer'],
    ['quality', '人车分流，道闸防砸功能正常', 'People and vehicles apart; barrier stops on contact'],
    ['quality', '出入口净宽净高满足消防车通行', 'Gate wide and high enough for fire engines'],
  ],
  'C-I04': [
    ['quality', '房屋结构、电气、消防符合使用功能要求', 'Structure, wiring and fire safety fit the use'],
    ['quality', '卫生间、墙面无渗漏，门窗开启灵活', 'No leaks in toilets and walls; doors and windows move freely'],
    ['quality', '装修材料燃烧性能、室内空气质量检测合格', 'Fire class of finishes and indoor air pass the test'],
    ['quality', '出入口设坡道，满足无障碍要求', 'Ramp at the entrance, barrier-free'],
  ],
  'C-I05': [
    [
      'quality',
      '信报箱数量与户数一致，编号清楚，锁具完好',
      'As many letter boxes as households, numbered, locks whole',
    ],
    ['quality', '快递柜固定牢固，电源接地，有遮雨', 'Parcel lockers anchored, earthed and sheltered'],
  ],
  'C-I06': [
    ['quality', '种植土厚度、乔木土球和支撑符合要求', 'Soil depth, root balls and stakes as required'],
    ['quality', '苗木成活，草坪无大面积裸露', 'Plants alive; no large bare patches'],
    [
      'quality',
      '乔木与建筑、管线距离符合规定，不遮挡采光和消防登高面',
      'Trees at due distance from buildings and lines, clear of light and fire access',
    ],
    ['safety', '原有大树按批准处置，不擅自砍伐', 'Old trees only touched as approved'],
  ],
  'C-I07': [
    ['quality', '地面平整防滑，排水通畅', 'Ground even, non-slip and drained'],
    ['quality', '座椅、栏杆、儿童设施固定牢固，无尖角', 'Seats, rails and play equipment firm, no sharp edges'],
    ['quality', '照明、休息设施配置到位', 'Light and places to rest in place'],
  ],
  'C-I08': [
    ['quality', '坡道坡度不大于1:12，两侧设扶手和挡边', 'Ramps 1:12 at most with handrails and kerbs on both sides'],
    ['quality', '盲道连续，不被井盖、车位、灯杆占用', 'Tactile paving unbroken by covers, bays or posts'],
    ['quality', '高差处有缘石坡道，与路面齐平', 'Dropped kerbs level with the road'],
  ],
  'C-I09': [
    ['quality', '楼梯、通道扶手连续，起止端有水平延伸', 'Handrails unbroken, running on level at both ends'],
    ['quality', '休息座椅、助老呼叫等设施牢固可用', 'Seats and call points firm and working'],
    ['quality', '地面防滑，标识字大清楚', 'Non-slip ground; signs large and clear'],
  ],
};
