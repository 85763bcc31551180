import { withNeed } from '../changes';
import { readRulebook } from '../rulebook';
import type { Rulebook } from '../schema';
import { apportionment, withSubsidyKind } from './apportionment';
import { clauses, laterClauses, ledgerClauses, scoringClauses, sharingClauses, siteClauses } from './clauses';
import { calendar, eligibility } from './eligibility';
import { funding } from './funding';
import { ledger } from './ledger';
import { menu, menuClasses, promises, sixHaves } from './menu';
import { scorecard, withQualityNote } from './scorecard';
import { scoring } from './scoring';
import { site } from './site';
import { greenChannel, implementingEntityKinds, stages } from './stages';
import { votes } from './votes';
import { morePermits, workflow } from './workflow';

const weigh = (code: string, name: string, nameEn: string, weight: number) => ({
  code,
  name,
  nameEn,
  weight,
  clause: '决定/排序权重',
});

const first = {
  id: 'chuxiong-2020',
  code: '楚住建城〔2020〕1号',
  version: '2020.1',
  title: '关于加快推进楚雄州城镇老旧小区改造工作的实施意见',
  issuedBy: ['楚雄州住房和城乡建设局', '楚雄州发展和改革委员会', '楚雄州财政局'],
  effectiveFrom: '2020-01-16',
  effectiveTo: null,
  clauses,
  eligibility,
  calendar,
  menuClasses,
  menu,
  promises,
  sixHaves,
  votes,
  stages,
  greenChannel,
  implementingEntityKinds,
  funding,
  scorecard,
  notices: { days: 7, clause: '决定/公示期' },
  schemeChange: { tolerancePercent: 5, clause: '决定/变更幅度' },
  callBack: { percent: 5, minimum: 10, clause: '决定/回访' },
  ranking: [
    weigh('condition', '小区基本状况', 'Basic condition', 40),
    weigh('willingness', '居民改造意愿', 'Resident willingness', 40),
    weigh('mechanism', '长效机制建设', 'Long-term mechanism', 20),
  ],
  reporting: { dueDay: 5, clause: '决定/月报' },
  lights: { withinDays: 30, belowPercent: 80, clause: '决定/预警' },
  inspections: {
    kinds: [
      { code: 'quality', name: '工程质量', nameEn: 'Quality', clause: 'P四(三)4' },
      { code: 'safety', name: '安全生产', nameEn: 'Safety', clause: 'P三(三)8' },
    ],
  },
  complaints: { replyDays: 15, clause: '决定/投诉' },
};

/** 楚住建城〔2020〕1号 as data: JSON-serialisable, so that its version can be stored and hashed. Loaded: it never changes. */
export const chuxiong2020first: Rulebook = readRulebook(first);

const [code, name, nameEn, clause] = morePermits;

/** The same policy with the ways of its ten stages: steps, papers, acceptance, later checks, and the permits of P四(三)3 as a condition. */
export const chuxiong2020second: Rulebook = readRulebook({
  ...withNeed(chuxiong2020first, { code, name, nameEn, clause }, { stage: 6, before: 'drawings' }),
  id: 'chuxiong-2020-2',
  version: '2020.2',
  clauses: [...clauses, ...laterClauses],
  workflow,
});

/** The same policy with what the ledger asks of money, and who pays for which planned item. */
export const chuxiong2020third: Rulebook = readRulebook({
  ...chuxiong2020second,
  id: 'chuxiong-2020-3',
  version: '2020.3',
  clauses: [...clauses, ...laterClauses, ...ledgerClauses, ...sharingClauses],
  funding: withSubsidyKind(chuxiong2020second.funding),
  ledger,
  apportionment,
});

/** The same policy with what happens on site: how a date is forecast, what inspectors look at, which news counts. */
export const chuxiong2020fourth: Rulebook = readRulebook({
  ...chuxiong2020third,
  id: 'chuxiong-2020-4',
  version: '2020.4',
  clauses: [...chuxiong2020third.clauses, ...siteClauses],
  site,
});

/**
 * The newest version is called `chuxiong2020`, always: what speaks of "the" rule book (demonstration, tests) goes with it.
 * The same policy with how the scorecard is reckoned from the records, and what its result is used for.
 */
export const chuxiong2020: Rulebook = readRulebook({
  ...chuxiong2020fourth,
  id: 'chuxiong-2020-5',
  version: '2020.5',
  clauses: [...chuxiong2020fourth.clauses, ...scoringClauses],
  scorecard: withQualityNote(chuxiong2020fourth.scorecard),
  scoring,
});
