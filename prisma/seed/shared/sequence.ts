/** A fixed number below `below` for a thing and a purpose: FNV-1a over their names, so that the demonstration is the same each time. */
export function share(thing: string | number, purpose: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${purpose}/${thing}`) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % below;
}

export function choose<T>(list: readonly T[], thing: string | number, purpose: string): T {
  const chosen = list[share(thing, purpose, list.length)];
  if (chosen === undefined) throw new Error(`nothing to choose from for ${purpose}`);
  return chosen;
}

/** True for about `perThousand` of a thousand things. */
export const happens = (thing: string | number, purpose: string, perThousand: number): boolean =>
  share(thing, purpose, 1000) < perThousand;

/** `total` dealt out in proportion to the weights, whole numbers that add up to it. */
export function deal(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let before = 0;
  let weighed = 0;
  return weights.map((weight) => {
    weighed += weight;
    const upTo = Math.floor((total * weighed) / sum);
    const part = upTo - before;
    before = upTo;
    return part;
  });
}

const TABLES = {
  compound: '01',
  building: '02',
  household: '03',
  owner: '04',
  alias: '05',
  file: '06',
  form: '07',
  round: '08',
  ballot: '09',
  project: '10',
  projectFile: '11',
  plan: '12',
  company: '13',
  acceptance: '14',
  feasibility: '15',
  annualPlan: '16',
  paper: '17',
  ledgerEntry: '18',
  fundBatch: '19',
  fundBatchLine: '20',
  paymentOrder: '21',
  contributionSetting: '22',
  contributionPayment: '23',
  sharingChange: '1f',
  inspection: '47',
  finding: '48',
  report: '49',
  sending: '4a',
  correction: '4b',
  complaint: '4c',
} as const;

/** Ids of the demonstration: counted, in the form of the time-ordered ones, so that indexes grow at one end. */
export function idOf(table: keyof typeof TABLES, number: number): string {
  return `01900000-00${TABLES[table]}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
