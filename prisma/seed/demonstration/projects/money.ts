import { costOf, dateOf, filed, hasTaken, idOfPerson, instantOf, type Told, titleOf } from './told';

const YUAN = 100n;
/** So many of a thousand, to the yuan. */
export const part = (whole: bigint, perThousand: number): bigint =>
  ((whole * BigInt(perThousand)) / 1000n / YUAN) * YUAN;

export interface Figures {
  estimate: bigint | null;
  budget: bigint | null;
  construction: bigint;
  finalAccount: bigint | null;
  audited: bigint | null;
}

/** 概算, 预算, 合同, 决算, 审定: each as far as the project has come. */
export function figuresOf(told: Told): Figures {
  const cost = costOf(told);
  const budget = part(cost, 972);
  const construction = part(budget, 905);
  const finalAccount = part(cost, 961);
  const { story, days } = told;
  const has = (kind: string) => story.filed?.includes(kind) === true;
  return {
    estimate: hasTaken(told, '4.submit') || has('costEstimate') ? cost + (story.estimateOff ?? 0n) : null,
    budget: hasTaken(told, '6.complete') || has('budget') ? budget : null,
    construction,
    finalAccount: hasTaken(told, '9.complete') || (has('finalAccount') && days.account < 0) ? finalAccount : null,
    audited: hasTaken(told, '9.complete') ? part(finalAccount, 986) : null,
  };
}

interface Signed {
  kind: 'design' | 'construction' | 'supervision' | 'audit';
  letters: string;
  name: string;
  amount: bigint;
  method: string;
  day: number;
  from: number | null;
  until: number | null;
}

function contractsOf(told: Told): Signed[] {
  const { days } = told;
  const { construction } = figuresOf(told);
  const cost = costOf(told);
  const works = { from: days.started, until: days.started + 160 };
  const design: Signed = {
    kind: 'design',
    letters: 'SJ',
    name: '设计合同',
    amount: part(cost, 22),
    method: 'consultation',
    day: days['4.submit'] - 20,
    from: null,
    until: null,
  };
  const awarded: Signed[] = [
    {
      kind: 'audit',
      letters: 'SH',
      name: '造价咨询合同',
      amount: part(cost, 6),
      method: 'quotation',
      day: days['6.complete'] - 8,
      from: null,
      until: null,
    },
    {
      kind: 'construction',
      letters: 'SG',
      name: '施工合同',
      amount: construction,
      method: 'open',
      day: days['7.complete'] - 2,
      ...works,
    },
    {
      kind: 'supervision',
      letters: 'JL',
      name: '监理合同',
      amount: part(construction, 18),
      method: 'consultation',
      day: days['7.complete'] - 1,
      ...works,
    },
  ];
  return [...(hasTaken(told, '4.submit') ? [design] : []), ...(hasTaken(told, '7.complete') ? awarded : [])];
}

/** Contracts with their papers; and the companies as parties of the project. */
export function tellContracts(told: Told): void {
  const { rows } = told.ground;
  const by = idOfPerson(told, told.entity);
  for (const { kind, letters, name, amount, method, day, from, until } of contractsOf(told)) {
    const company = told.company(kind);
    const title = `${titleOf(told)}${name}`;
    const no = `${told.code}-${letters}`;
    const text = {
      title,
      number: no,
      issuer: told.entityName,
      paragraphs: [`发包人${told.entityName}，承包人${company.name}，合同价款${amount / YUAN}元。`],
    };
    const file = filed(told, told.entity, day, text);
    const at = instantOf(told, day);
    rows.add('contract', {
      ...{
        project_id: told.id,
        county_id: told.county.id,
        kind,
        no,
        name: title,
        company_id: company.id,
        amount,
        tender_method: method,
      },
      ...{
        awarded_on: dateOf(told, day - 3),
        signed_on: dateOf(told, day),
        start_on: from === null ? null : dateOf(told, from),
      },
      ...{ end_on: until === null ? null : dateOf(told, until), file_id: file.id, file_sha256: file.sha256 },
      ...{ created_by: by, created_at: at, updated_at: at },
    });
  }
}
