import { dayOf } from '../projects/calendars';
import { part } from '../projects/money';
import { dateOf, hasTaken, idOfPerson, instantOf, type Told } from '../projects/told';
import { type DeclaredDocument, DOCUMENTS, REWARD } from './documents';
import { type Move, moveOf, numberIn } from './moves';

export interface Planned {
  source: Move['pot']['source'];
  kind: string;
  payer: string;
  amount: bigint;
}
export type PlannedOf = (told: Told) => readonly Planned[];

const BUREAU = 'zhou.zjj1';
export const plannedFor = (plan: readonly Planned[], source: string, kind: string): bigint =>
  plan.find((line) => line.source === source && line.kind === kind)?.amount ?? 0n;

/** Approved and filed, and so in line for money. */
export const isFundable = (told: Told): boolean => hasTaken(told, '4.receive');

interface Paper {
  no: string;
  day: number;
  title: string;
  told: Told;
  pot: Move['pot'];
}

/** One document with its lines; each line is an entry with the document's number. */
function issue(
  { no, day, title, told, pot }: Paper,
  lines: { told: Told; ofProject: boolean; amount: bigint; reward: boolean }[],
): Move[] {
  const { rows } = told.ground;
  const batchId = told.ground.next('fundBatch');
  const at = instantOf(told, day);
  const by = idOfPerson(told, BUREAU);
  rows.add('fund_batch', {
    ...{
      id: batchId,
      prefecture_id: told.county.prefectureId,
      programme_year_id: told.ground.year(told.story.year).id,
    },
    ...{
      document_no: no,
      document_on: dateOf(told, day),
      title,
      source: pot.source,
      fund_kind: pot.kind,
      earmark: pot.earmark,
    },
    ...{ total: lines.reduce((sum, { amount }) => sum + amount, 0n), created_by: by, created_at: at },
  });
  rows.add('fund_batch_issue', { id: batchId, by, at });
  return lines.map((line, index) => {
    const batchLine = told.ground.next('fundBatchLine');
    rows.add('fund_batch_line', {
      ...{
        id: batchLine,
        batch_id: batchId,
        county_id: line.told.county.id,
        project_id: line.ofProject ? line.told.id : null,
      },
      ...{ reward: line.reward, amount: line.amount, created_by: by, created_at: at },
    });
    return moveOf({
      ...{
        told: line.told,
        ofProject: line.ofProject,
        day,
        movement: 'allocated',
        pot,
        amount: line.amount,
        by: BUREAU,
      },
      ...{ counterparty: '楚雄州财政局', note: title, voucher: `${no}-${index + 1}`, batchLine },
    });
  });
}

const isIn = ({ year, calendars }: DeclaredDocument, told: Told): boolean =>
  told.story.year === year && calendars.includes(told.story.calendar) && isFundable(told);

/** 下达: what each document gives to projects, and to counties that give it on; and what these give on. */
export function allocations(all: readonly Told[], planOf: PlannedOf): Move[] {
  return DOCUMENTS.flatMap((document) => {
    const { no, on, title, source, kind, earmark, share, pooledIn = [] } = document;
    const own = all.filter((told) => isIn(document, told));
    const [first] = own;
    if (!first) return [];
    const day = dayOf(on, first.ground.today);
    const pot = { source, kind, earmark };
    const given = own
      .map((told) => ({ told, amount: part(plannedFor(planOf(told), source, kind), share) }))
      .filter(({ amount }) => amount > 0n);
    const direct = given.filter(({ told }) => !pooledIn.includes(told.county.code));
    const pools = pooledIn.flatMap((code) => {
      const members = given.filter(({ told }) => told.county.code === code);
      const [member] = members;
      return member ? [{ told: member.told, members, sum: members.reduce((sum, { amount }) => sum + amount, 0n) }] : [];
    });
    const lines = [
      ...direct.map((line) => ({ ...line, ofProject: true, reward: false })),
      ...pools.map(({ told, sum }) => ({ told, amount: sum, ofProject: false, reward: false })),
    ];
    const paper = { no: numberIn(no, first, day), day, title, told: first, pot };
    // nine tenths of a pool go on to projects, the rest waits for the next ones
    const onward = pools.flatMap(({ members }) =>
      members.map(({ told, amount }) =>
        moveOf({
          ...{
            told,
            day: day + 12,
            movement: 'assigned',
            pot,
            amount: part(amount, 900),
            by: `${told.county.letters}.czj1`,
          },
          ...{ counterparty: `${told.county.name}财政局`, note: '从县市待分配资金分配到项目' },
        }),
      ),
    );
    return lines.length > 0 ? [...issue(paper, lines), ...onward] : [];
  });
}

/** 绩效奖励: to the county's pool. */
export function reward(all: readonly Told[]): Move[] {
  const told = all.find(({ story }) => story.county === REWARD.county && story.year === REWARD.year);
  if (!told) return [];
  const day = dayOf(REWARD.on, told.ground.today);
  const pot = { source: 'local', kind: 'reward', earmark: 'general' } as const;
  return issue({ ...REWARD, day, told, pot }, [{ told, ofProject: false, amount: REWARD.amount, reward: true }]);
}
