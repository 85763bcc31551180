import type { SchemeView } from '@/lib/domain/votes/answers';
import { formatYuan } from '@/lib/format/money';
import { createScheme, finalizeScheme } from '@/lib/server/votes/schemes';
import type { SchemeStory } from './journeys';
import { told } from './stage';
import type { Stage } from './types';

/** 概算 and 业主自筹 of a compound of that size, in fen. */
const ESTIMATE_PER_HOME = 2_360_000n;
const SHARE_PER_HOME = 142_000n;

/** The six parts of P四(三)2 as residents read them. */
function partsOf(compound: string, homes: number): [part: string, summary: string][] {
  const yuan = (fen: bigint) => formatYuan(fen * BigInt(homes), 'zh-CN');
  return [
    [
      'design',
      `屋面防水翻修、外立面渗漏修补、楼道整修及照明改造；雨污分流，新建化粪池，更换给排水管网；强弱电线路整治入地；院内道路、停车位、室外照明和围墙整治；增设垃圾分类收集点、消防设施和安全监控。图纸一套，可在社区查阅。`,
    ],
    [
      'budget',
      `概算总投资 ${yuan(ESTIMATE_PER_HOME)}，其中建筑安装工程费占百分之八十六，工程建设其他费用占百分之九，预备费占百分之五。`,
    ],
    [
      'fundRaising',
      `申请中央和省级补助资金，州、县市财政配套，管线单位出资承担各自管线改造，业主自筹 ${yuan(SHARE_PER_HOME)}。资金专款专用，收支情况每季度在小区公告栏公布。`,
    ],
    [
      'ownersShare',
      `业主自筹合计 ${yuan(SHARE_PER_HOME)}，按专有面积分摊，开工前一次缴清；低保户、特困户由社区另行申请帮扶。`,
    ],
    [
      'propertyManagement',
      '改造完成后由业主委员会选聘物业服务企业；过渡期由社区代管，物业服务费标准由业主共同决定，建立专项维修资金账户。',
    ],
    [
      'governance',
      `成立${compound}党小组和业主委员会，设楼栋长，制定小区居民公约，每季度召开一次议事会，改造期间设居民监督员三名。`,
    ],
  ];
}

const PARTS = `INSERT INTO scheme_part (scheme_id, part, county_id, summary) SELECT $1, key, $2, value FROM jsonb_each_text($3::jsonb)`;

interface Subject {
  id: string;
  name: string;
  homes: number;
  bureau: string;
}

/** Written by the county bureau and, where it is published, finished: its hash holds every word. A scheme in the making has four parts. */
export async function writeScheme(stage: Stage, subject: Subject, story: SchemeStory): Promise<SchemeView> {
  const { tx, client } = stage;
  const isFinal = story.published !== null;
  return stage.act(subject.bureau, { day: story.begun, time: '10:10' }, async (actor) => {
    const homes = BigInt(subject.homes);
    const draft = { title: `${subject.name}改造方案`, shareRule: 'area' as const, compoundId: subject.id };
    const money = { estimate: ESTIMATE_PER_HOME * homes, ownersShare: SHARE_PER_HOME * homes };
    const scheme = told(await createScheme(tx, actor, { ...draft, ...money }));
    const parts = partsOf(subject.name, subject.homes).slice(0, isFinal ? 6 : 4);
    await client.query(PARTS, [scheme.id, actor.countyId, JSON.stringify(Object.fromEntries(parts))]);
    return isFinal ? told(await finalizeScheme(tx, actor, scheme.id, scheme.version)) : scheme;
  });
}
