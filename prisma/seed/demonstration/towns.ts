import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { DeclaredUnit } from '../places/types';

type Town = readonly [code: string, name: string, nameEn: string, communities: string];

/**
 * Towns by reporting unit, the county town first; each with its communities in the order of their codes. 东瓜镇 reports to the
 * development zone, which runs it; 富民片区 is the zone's own, under the prefecture's code since the zone has none.
 */
const TOWNS: Record<string, Town[]> = {
  '532301': [
    [
      '532301100',
      '鹿城镇',
      'Lucheng',
      '东兴 北浦 龙江 栗子园 富民 学桥 文峰 彝海 河前 新市街 西灵 青龙 灵秀 阳光 金园 鹿苑 中大街 雁塔 茶花 万家坝 平山 米市',
    ],
    ['532301102', '吕合镇', 'Lühe', '吕合 钱粮桥 中屯'],
    ['532301103', '紫溪镇', 'Zixi', '紫溪 云庆 前进'],
    ['532301104', '东华镇', 'Donghua', '东华 朵苴 本东'],
    ['532301105', '子午镇', 'Ziwu', '子午 以口夸 云龙'],
    ['532301106', '苍岭镇', 'Cangling', '苍岭 西营 智明'],
    ['532301107', '三街镇', 'Sanjie', '三街 品甸'],
    ['532301108', '八角镇', 'Bajiao', '八角 法邑'],
    ['532301109', '中山镇', 'Zhongshan', '中山 洒披武'],
    ['532301110', '新村镇', 'Xincun', '新村 大坪地'],
  ],
  '532302': [
    ['532302100', '金山镇', 'Jinshan', '金山 东河 西城 北厂 南雄 龙城 官洼 小铺子 科甲 仓前 中村 世纪 南门 星宿'],
    ['532302101', '广通镇', 'Guangtong', '广通 河东 河西 车站 立新 旧庄'],
    ['532302102', '一平浪镇', 'Yipinglang', '一平浪 矿山 干海资 羊桥'],
    ['532302103', '碧城镇', 'Bicheng', '碧城 洪流 东营 新城'],
    ['532302104', '和平镇', 'Heping', '和平 大旧庄 牌楼'],
    ['532302105', '仁兴镇', 'Renxing', '仁兴 大猪街 革里'],
    ['532302106', '勤丰镇', 'Qinfeng', '勤丰 羊街 沙龙'],
    ['532302107', '土官镇', 'Tuguan', '土官 大营 小庄'],
    ['532302108', '黑井镇', 'Heijing', '黑井 三合 板桥'],
    ['532302109', '恐龙山镇', 'Konglongshan', '川街 阿纳'],
  ],
  '532322': [
    ['532322100', '妥甸镇', 'Tuodian', '妥甸 东城 西城 查姆 马龙 丁家庄 罗少'],
    ['532322101', '大庄镇', 'Dazhuang', '大庄 柏子村 普岩'],
    ['532322102', '法脿镇', 'Fabiao', '法脿 雨龙'],
    ['532322103', '鄂嘉镇', "E'jia", '新街 旧丈'],
    ['532322104', '大麦地镇', 'Damaidi', '大麦地 峨足'],
  ],
  '532323': [
    ['532323100', '共和镇', 'Gonghe', '东城 西城 南城 北城 中园 清河 散花 天台 余丁'],
    ['532323101', '新桥镇', 'Xinqiao', '新桥 有家 云龙'],
    ['532323102', '江坡镇', 'Jiangpo', '江坡 龙排 高平'],
    ['532323103', '凤屯镇', 'Fengtun', '凤屯 飒马场'],
  ],
  '532324': [
    ['532324100', '龙川镇', 'Longchuan', '东街 西街 南城 北城 龙坪 火星 岔河 灵官 咪依噜 石桥'],
    ['532324101', '沙桥镇', 'Shaqiao', '沙桥 石星 大古木'],
    ['532324102', '五街镇', 'Wujie', '五街 六把地'],
    ['532324103', '红土坡镇', 'Hongtupo', '红土坡 大旭宁'],
    ['532324104', '马街镇', 'Majie', '马街 兔街'],
  ],
  '532325': [
    ['532325100', '栋川镇', 'Dongchuan', '东街 西街 南街 北街 龙岗 大龙口 包粮屯 启明 清河'],
    ['532325101', '光禄镇', 'Guanglu', '光禄 旧城 新庄 吴海'],
    ['532325102', '前场镇', 'Qianchang', '前场 木署'],
    ['532325103', '弥兴镇', 'Mixing', '弥兴 官庄 大苴'],
    ['532325104', '太平镇', 'Taiping', '太平 各苴'],
  ],
  '532326': [
    ['532326100', '金碧镇', 'Jinbi', '东街 西城 南城 北城 妙峰 金龙 白塔 仓西 范湾 涧水'],
    ['532326101', '石羊镇', 'Shiyang', '石羊 潘家 土枧槽 岔河'],
    ['532326102', '六苴镇', 'Liuju', '六苴 者纳么 波西'],
    ['532326103', '龙街镇', 'Longjie', '龙街 塔底'],
    ['532326104', '赵家店镇', 'Zhaojiadian', '赵家店 大平地'],
    ['532326105', '新街镇', 'Xinjie', '新街 团塘'],
  ],
  '532327': [
    ['532327100', '永定镇', 'Yongding', '东城 西城 永定 云龙 太平地 环城 方山'],
    ['532327101', '宜就镇', 'Yijiu', '宜就 外普拉'],
    ['532327102', '中和镇', 'Zhonghe', '中和 直苴'],
  ],
  '532328': [
    ['532328100', '元马镇', 'Yuanma', '龙川街 环城 南城 北城 元马 发祥 凤凰 清和 丙令'],
    ['532328101', '黄瓜园镇', 'Huangguayuan', '黄瓜园 苴林 领庄'],
    ['532328102', '羊街镇', 'Yangjie', '羊街 甘泉'],
    ['532328200', '老城乡', 'Laocheng', '老城 尹地'],
    ['532328201', '平田乡', 'Pingtian', '平田'],
  ],
  '532329': [
    ['532329100', '狮山镇', 'Shishan', '东城 西城 南街 北城 狮山 九厂 中心街 香水'],
    ['532329101', '高桥镇', 'Gaoqiao', '高桥 老滔'],
    ['532329102', '猫街镇', 'Maojie', '猫街 仓房'],
    ['532329103', '插甸镇', 'Chadian', '插甸 水城'],
    ['532329104', '白路镇', 'Bailu', '白路'],
  ],
  '532300-KFQ': [
    ['532301101', '东瓜镇', 'Donggua', '东瓜 程家坝 永安 云甸 兴隆 彝人古镇 西城 桃园 东盛'],
    ['532300801', '富民片区', 'Fumin', '庄甸 赵家湾 桂花'],
  ],
};

const validFrom = calendarDateOf('2000-01-01');

function unitsOfTown(county: string, [code, name, nameEn, communities]: Town): DeclaredUnit[] {
  const town: DeclaredUnit = { kind: 'subdistrict', code, name, nameEn, parent: county, validFrom };
  return [
    town,
    ...communities.split(' ').map(
      (community, index): DeclaredUnit => ({
        kind: 'community',
        code: `${code}${String(index + 1).padStart(3, '0')}`,
        name: `${community}社区`,
        parent: code,
        validFrom,
      }),
    ),
  ];
}

/** 60 towns and 240 communities below the 11 reporting units. */
export const TOWN_UNITS: DeclaredUnit[] = Object.entries(TOWNS).flatMap(([county, towns]) =>
  towns.flatMap((town) => unitsOfTown(county, town)),
);

export const townsOf = (county: string): DeclaredUnit[] =>
  TOWN_UNITS.filter((unit) => unit.kind === 'subdistrict' && unit.parent === county);

export const communitiesOf = (town: string): DeclaredUnit[] =>
  TOWN_UNITS.filter((unit) => unit.kind === 'community' && unit.parent === town);
