export type Points = readonly (readonly [kind: 'quality' | 'safety', name: string, nameEn: string])[];

/** Check points of what is done at a building (P三(二)1), from the usual acceptance practice of each trade. */
export const BUILDING_POINTS: Record<string, Points> = {
  'B-R01': [
    [
      'quality',
      '基层清理到位，无空鼓、起砂，找坡不积水',
      'Base cleaned, not hollow or sandy; slopes leave no standing water',
    ],
    [
      'quality',
      '防水卷材搭接宽度不小于100毫米，粘结牢固，无翘边、空鼓',
      'Membrane laps of 100 mm or more, bonded, no lifted edges or blisters',
    ],
    [
      'quality',
      '女儿墙、管根、天沟泛水收头高度不小于250毫米，固定密封',
      'Upstands at parapets, pipes and gutters 250 mm or more, fixed and sealed',
    ],
    ['quality', '淋水2小时或蓄水24小时试验无渗漏', 'No leak after 2 hours of sprinkling or 24 hours of ponding'],
    [
      'safety',
      '屋面临边有防护，热熔施工有动火审批和灭火器材',
      'Roof edges guarded; hot works with a permit and extinguishers',
    ],
  ],
  'B-R02': [
    [
      'quality',
      '拆除到原结构面，墙面、地面恢复平整',
      'Removed down to the original structure; walls and floors made good',
    ],
    ['quality', '拆除后公共通道、消防通道宽度恢复', 'Width of common and fire passages restored'],
    [
      'safety',
      '拆除前断水断电断气，自上而下进行，不推倒作业',
      'Water, power and gas cut off first; taken down from the top, never pushed over',
    ],
    [
      'safety',
      '不损伤承重结构，渣土当日清运、不从高处抛掷',
      'Load-bearing parts unharmed; rubble cleared the same day and not thrown down',
    ],
  ],
  'B-R03': [
    [
      'quality',
      '空调外机、晾衣架、雨棚支架重新固定，锚栓无锈蚀松动',
      'Air-conditioners, drying racks and canopies fixed anew; anchors neither rusty nor loose',
    ],
    ['quality', '冷凝水接入集中排水管，不沿墙散排', 'Condensate led into a common pipe, not down the wall'],
    [
      'safety',
      '废弃悬挂物拆除有吊绳和下方警戒，防止坠落',
      'Old objects taken down on ropes, the ground below closed off',
    ],
  ],
  'B-R04': [
    ['quality', '渗漏部位凿除空鼓层，裂缝开槽嵌填密封', 'Hollow layers cut out; cracks chased and sealed'],
    [
      'quality',
      '窗框四周、穿墙管、空调孔密封，滴水线完整',
      'Window frames, pipes and sleeves sealed; drip edges complete',
    ],
    ['quality', '外墙淋水试验30分钟，室内无渗水', 'No water inside after 30 minutes of sprinkling the façade'],
    [
      'safety',
      '吊篮验收合格、安全锁在标定期内，作业人员系安全绳',
      'Cradle accepted, safety locks in date, workers on independent ropes',
    ],
  ],
  'B-R05': [
    [
      'quality',
      '墙面基层铲除到位，腻子、涂料无起皮、流坠、色差',
      'Old coats removed; putty and paint without peeling, runs or patches',
    ],
    ['quality', '踏步破损修补平整，防滑条完整', 'Broken steps mended level; non-slip strips complete'],
    [
      'quality',
      '扶手栏杆牢固，高度不低于0.9米，竖杆净距不大于110毫米',
      'Handrails firm, at least 0.9 m high, gaps of 110 mm at most',
    ],
    [
      'safety',
      '施工期间楼道不堆料，居民通行有临时照明',
      'No material stored on stairs during works; temporary light for residents',
    ],
  ],
  'B-R06': [
    [
      'quality',
      '水表、电表、气表与户号逐户核对无误，标识清楚',
      'Water, power and gas meters matched to households one by one and labelled',
    ],
    [
      'quality',
      '给水管试压：试验压力为工作压力1.5倍且不小于0.6兆帕，稳压不渗漏',
      'Water pipes tested at 1.5 times working pressure, 0.6 MPa or more, no leak',
    ],
    [
      'quality',
      '燃气管道气密性试验合格，由有资质单位施工',
      'Gas pipes pass the tightness test; done by a qualified company',
    ],
    [
      'quality',
      '电表箱接地可靠，进出线绝缘电阻不小于0.5兆欧',
      'Meter boxes earthed; insulation of lines at least 0.5 megohm',
    ],
    ['safety', '停水停电停气提前公告，燃气作业严禁明火', 'Cut-offs announced beforehand; no open fire near gas works'],
  ],
  'B-R07': [
    [
      'quality',
      '强电、弱电分槽敷设，间距符合要求，不交叉缠绕',
      'Power and telecom in separate trunking at the required distance, not tangled',
    ],
    ['quality', '桥架、线槽固定牢固，金属桥架跨接接地', 'Trunking fixed; metal trunking bonded to earth'],
    ['quality', '废弃线缆拆除，在用线缆有标识', 'Dead cables removed, live ones labelled'],
    ['quality', '穿墙、穿楼板孔洞防火封堵', 'Openings in walls and floors fire-stopped'],
  ],
  'B-R08': [
    ['quality', '每层照明点亮，声光控或感应开关动作正常', 'Light on each storey; sound, light or motion switches work'],
    [
      'quality',
      '照明回路有漏电保护，剩余动作电流不大于30毫安',
      'Circuits protected by residual-current devices of 30 mA or less',
    ],
    ['quality', '楼道照度不低于50勒克斯，灯具安装牢固', 'At least 50 lux on stairs; lamps firmly fixed'],
  ],
  'B-R09': [
    [
      'quality',
      '接闪带平直牢固，焊接搭接长度不小于圆钢直径6倍、双面焊',
      'Air terminals straight and fixed; welded laps six diameters, both sides',
    ],
    [
      'quality',
      '引下线、接地体防腐完整，断接卡便于测试',
      'Down conductors and earth rods protected from rust; test clamps within reach',
    ],
    ['quality', '接地电阻实测不大于10欧姆，有检测报告', 'Earth resistance of 10 ohms or less by test report'],
    ['safety', '屋面焊接有动火审批，雷雨天停止屋面作业', 'Roof welding with a permit; no roof work in thunderstorms'],
  ],
  'B-R10': [
    ['quality', '灭火器配置到位、压力正常、在有效期内', 'Extinguishers in place, under pressure and in date'],
    [
      'quality',
      '室内消火栓水压、水带、枪头齐全，启泵正常',
      'Indoor hydrants with pressure, hose and nozzle; the pump starts',
    ],
    [
      'quality',
      '应急照明和疏散指示断电后持续时间不少于30分钟',
      'Emergency light and exit signs last 30 minutes without power',
    ],
    [
      'safety',
      '施工期间不得擅自停用消防设施，楼道不停放电动自行车',
      'Fire equipment never taken out of use without leave; no e-bikes on stairs',
    ],
  ],
  'B-I01': [
    ['quality', '门体安装垂直牢固，闭门器、门锁开关灵活', 'Door upright and firm; closer and lock move freely'],
    [
      'quality',
      '门禁断电、火警时自动开启，室内可徒手打开',
      'Entry control opens on power loss and alarm, and by hand from inside',
    ],
    ['quality', '对讲、刷卡逐户测试正常', 'Intercom and cards tested for each household'],
  ],
  'B-I02': [
    ['quality', '雨棚锚栓拉拔检测合格，钢构件防腐完整', 'Anchors pass the pull-out test; steel protected from rust'],
    [
      'quality',
      '采用夹层安全玻璃或耐候板，排水不滴落在通道',
      'Laminated safety glass or weather-proof sheets; water does not drip on the path',
    ],
    ['safety', '安装时下方设警戒，居民出入口有防护通道', 'Ground below closed off; a covered way at the entrance'],
  ],
  'B-I03': [
    [
      'quality',
      '井道基础、与原结构连接按图施工，隐蔽工程有验收记录',
      'Shaft foundation and joints to the old structure as drawn, with records of hidden work',
    ],
    [
      'quality',
      '电梯取得特种设备监督检验合格证和使用登记',
      'Lift with inspection certificate and registration as special equipment',
    ],
    [
      'quality',
      '平层、门联锁、应急呼叫和停电救援试验正常',
      'Levelling, door interlock, emergency call and rescue tested',
    ],
    ['safety', '基坑有支护和围栏，井道口有防护门和警示', 'Pit supported and fenced; shaft openings gated and marked'],
    ['safety', '施工不影响原有疏散通道和消防登高面', 'Escape routes and fire-brigade access stay free'],
  ],
  'B-I04': [
    [
      'quality',
      '装饰构件不破坏防水层，与屋面连接处重新密封',
      'Decoration leaves the waterproofing whole; joints sealed anew',
    ],
    ['quality', '坡屋面瓦片固定牢固，檐口有防风加固', 'Tiles fixed; eaves secured against wind'],
    ['quality', '新增荷载经设计复核', 'Added load checked by the designer'],
  ],
  'B-I05': [
    ['quality', '保温材料有复验报告，燃烧性能符合设计等级', 'Insulation re-tested; its fire class as designed'],
    [
      'quality',
      '保温板粘结面积和锚栓数量符合要求，拉拔试验合格',
      'Bonded area and anchors as required; pull-out test passed',
    ],
    ['quality', '门窗气密、玻璃配置符合节能设计', 'Window tightness and glazing as designed'],
    [
      'safety',
      '保温材料堆放远离火源，动火作业先清理、有人监护',
      'Insulation stored away from fire; hot works cleared first and watched',
    ],
  ],
  'B-I06': [
    ['quality', '饰面材料、色彩与审定的风貌方案一致', 'Materials and colours as in the approved scheme'],
    ['quality', '线条、构件连接牢固，无空鼓开裂', 'Mouldings firmly joined, neither hollow nor cracked'],
    [
      'safety',
      '脚手架连墙件、剪刀撑齐全，作业层满铺脚手板',
      'Scaffold ties and braces complete; working levels fully boarded',
    ],
  ],
  'B-I07': [
    [
      'quality',
      '监测点位、数量与方案一致，传感器固定并编号',
      'Measuring points as planned; sensors fixed and numbered',
    ],
    ['quality', '初始值已采集，数据能上传，预警阈值已设定', 'First values taken; data arrive; alarm levels set'],
    ['quality', '安全鉴定报告由有资质机构出具', 'Safety appraisal by a qualified body'],
  ],
};
