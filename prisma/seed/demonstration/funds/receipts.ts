import { part } from '../projects/money';
import { hasTaken, type Told } from '../projects/told';
import type { Planned } from './allocations';
import { COUNTY_PACE, OUTSIDE_PLAN } from './documents';
import { type Move, moveOf } from './moves';

const finance = (told: Told) => `${told.county.letters}.czj1`;

/** 到位 of what came from above: most of it some weeks later, the rest after construction has begun; not before the approvals were filed. */
export function receiptsOf(told: Told, allocated: readonly Move[]): Move[] {
  const { received = 1000 } = COUNTY_PACE[told.county.code] ?? {};
  const { days } = told;
  return allocated.flatMap((move): Move[] => {
    const first = Math.max(move.day + 18, days['4.receive'] + 6);
    const receipt = (day: number, amount: bigint) =>
      moveOf({
        ...{ told, day, movement: 'received', pot: move.pot, amount, by: finance(told) },
        ...{ counterparty: `${told.county.name}财政局`, note: '国库集中支付额度到账' },
      });
    const early = part(part(move.amount, received), 700);
    const late = part(move.amount, received) - early;
    return [
      ...(early > 0n ? [receipt(first, early)] : []),
      ...(late > 0n && hasTaken(told, '7.complete') ? [receipt(Math.max(first + 45, days.started + 15), late)] : []),
    ];
  });
}

interface Own {
  source: Move['pot']['source'];
  kind: string;
  earmark: string;
  /** of a thousand of the plan, on these days from the first */
  given: readonly [after: number, share: number][];
  from: keyof Told['days'];
  needs: string;
  note: string;
}

const OWN: readonly Own[] = [
  {
    ...{
      source: 'local',
      kind: 'county',
      earmark: 'general',
      from: '6.complete',
      needs: '5.complete',
      note: '县市级配套资金',
    },
    given: [
      [-10, 350],
      [60, 400],
      [130, 250],
    ],
  },
  {
    ...{
      source: 'pipeline',
      kind: '',
      earmark: 'lines',
      from: '7.complete',
      needs: '7.complete',
      note: '管线单位按协议出资',
    },
    given: [
      [8, 500],
      [90, 500],
    ],
  },
  {
    ...{
      source: 'residents',
      kind: 'selfRaised',
      earmark: 'general',
      from: '7.complete',
      needs: '7.complete',
      note: '业主按分摊方案自筹',
    },
    given: [
      [5, 600],
      [50, 400],
    ],
  },
  {
    ...{
      source: 'originalUnit',
      kind: '',
      earmark: 'general',
      from: '7.complete',
      needs: '7.complete',
      note: '原产权单位出资',
    },
    given: [[12, 1000]],
  },
  {
    ...{
      source: 'bonds',
      kind: 'special',
      earmark: 'works',
      from: '7.complete',
      needs: '7.complete',
      note: '新增专项债券资金',
    },
    given: [[20, 1000]],
  },
];

/** What the county, companies and residents give themselves, each payer by itself: promised, and in hand a week or so later. */
export function ownMoney(told: Told, plan: readonly Planned[]): Move[] {
  const { own = 1000 } = COUNTY_PACE[told.county.code] ?? {};
  const planned = OWN.filter(({ needs }) => hasTaken(told, needs))
    .filter(({ source }) => source !== 'residents' || !told.story.dues)
    .flatMap((one) =>
      plan.filter(({ source, kind }) => source === one.source && kind === one.kind).map((line) => ({ ...one, line })),
    );
  return [
    ...planned.flatMap(({ source, kind, earmark, given, from, note, line }) => {
      const whole = source === 'local' ? part(line.amount, own) : line.amount;
      const share = {
        ...{ told, pot: { source, kind, earmark }, by: finance(told) },
        counterparty: line.payer ?? (source === 'residents' ? residentsOf(told) : `${told.county.name}财政局`),
      };
      return given.flatMap(([after, of], nth) => {
        const before = given.slice(0, nth).reduce((sum, [, one]) => sum + part(whole, one), 0n);
        // the last one brings what is left: the parts make the whole
        const amount = nth === given.length - 1 ? whole - before : part(whole, of);
        return amount === 0n ? [] : promised(share, told.days[from] + after, amount, note);
      });
    }),
    ...outsidePlan(told),
  ];
}

const residentsOf = ({ members }: Told): string => `${members[0]?.name ?? ''}业主（社区代收）`;

const promised = (
  share: Pick<Move, 'told' | 'pot' | 'counterparty' | 'by'>,
  day: number,
  amount: bigint,
  note: string,
): Move[] => [
  moveOf({ ...share, day, movement: 'allocated', amount, note: `${note}下达` }),
  moveOf({ ...share, day: day + 9, movement: 'received', amount, note: `${note}到账` }),
];

function outsidePlan(told: Told): Move[] {
  const { county, story, pot, amount, after, payer, note } = OUTSIDE_PLAN;
  if (told.county.code !== county || told.story.name !== story) return [];
  const share = { told, pot, counterparty: payer, by: finance(told), amount, note };
  const day = told.days.started + after;
  return [moveOf({ ...share, day, movement: 'allocated' }), moveOf({ ...share, day: day + 6, movement: 'received' })];
}
