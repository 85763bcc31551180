import { part } from '../projects/money';
import { hasTaken, type Told } from '../projects/told';
import { type Planned, plannedFor } from './allocations';
import { COUNTY_PACE } from './documents';
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
];

/** What the county, companies and residents give themselves: promised, and in hand a week or so later. */
export function ownMoney(told: Told, plan: readonly Planned[]): Move[] {
  const { own = 1000, bond = 0 } = COUNTY_PACE[told.county.code] ?? {};
  const bonds: Own[] =
    bond > 0
      ? [
          {
            ...{ source: 'bonds', kind: 'special', earmark: 'works', from: '7.complete', needs: '7.complete' },
            note: '新增专项债券资金',
            given: [[20, 1000]],
          },
        ]
      : [];
  return [...OWN, ...bonds].flatMap(({ source, kind, earmark, given, from, needs, note }) => {
    if (!hasTaken(told, needs)) return [];
    const ofBond = source === 'bonds' ? part(plannedFor(plan, 'local', 'county'), bond) : null;
    const planned = plannedFor(plan, source, kind);
    const whole = ofBond ?? (source === 'local' ? part(planned, own) : planned);
    const payer =
      plan.find((line) => line.source === source && line.kind === kind)?.payer ?? `${told.county.name}财政局`;
    const share = { told, pot: { source, kind, earmark }, counterparty: payer, by: finance(told) };
    return given.flatMap(([after, of]) => {
      const [day, amount] = [told.days[from] + after, part(whole, of)];
      if (amount === 0n) return [];
      return [
        moveOf({ ...share, day, movement: 'allocated', amount, note: `${note}下达` }),
        moveOf({ ...share, day: day + 9, movement: 'received', amount, note: `${note}到账` }),
      ];
    });
  });
}
