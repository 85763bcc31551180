import fc from 'fast-check';
import { localeCookie } from '@/lib/i18n/config';
import type { Answered } from '@/tests/drill/support/client';
import { changed, type Digest, digester } from '../every/digest';
import { type EveryOperation, operations } from '../every/operations';
import type { Example } from '../every/request';
import { isId } from '../every/strange';
import { ask, type Ground } from '../matrix/ground';
import type { Base, Documented, Fuzzed } from './bodies';
import { requestsFor, targetOf } from './requests';
import { wrongWith } from './verdict';

/** How often each operation is asked, and where chance begins. */
export interface Effort {
  runs: number;
  seed: number;
}

const baseOf = ({ params = {}, query = {}, body, raw, headers = {}, version }: Example): Base => ({
  params,
  query,
  body,
  raw: raw ?? null,
  headers: { ...headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
});

const idsIn = (example: Example): string[] =>
  [...JSON.stringify([example.params, example.query, example.body]).matchAll(/"([0-9a-f-]{36})"/g)]
    .map(([, id = '']) => id)
    .filter(isId);

export function operationOf({ name }: Documented): EveryOperation {
  const op = operations.find((one) => one.name === name);
  if (!op) throw new Error(`the document describes ${name}, which is not there`);
  return op;
}

function sent(ground: Ground, op: Documented, example: Example, fuzzed: Fuzzed): Promise<Answered> {
  const { who } = example;
  const cookie = 'as' in who ? ground.cookies[who.as === 'prefectureBureau' ? 'bureau' : 'clerk'] : null;
  const { body } = fuzzed;
  const bytes = body && Buffer.from('text' in body ? body.text.toWellFormed() : body.bytes);
  return ask(
    ground,
    // sentences are read in Chinese, also when the account has just chosen English
    { who: cookie ? { cookie: `${cookie}; ${localeCookie}=zh-CN` } : who },
    {
      method: op.method,
      path: targetOf(op, fuzzed),
      headers: {
        ...(op.body ? { 'content-type': 'application/json' } : {}),
        ...baseOf(example).headers,
        ...fuzzed.headers,
      },
      ...(bytes ? { rawBody: bytes } : {}),
    },
  );
}

/** What a refusal may write: a small picture that was not drawn yet is asked for once more; a wrong old password is put on record. */
const WRITES: Record<string, readonly string[]> = {
  'GET /files/{id}/thumbnail': ['pgboss.job'],
  'POST /password': ['audit_line', 'audit_pending'],
};

/** Refused requests of a row after which it is looked whether anything was written. */
const WINDOW = 12;

/**
 * One operation, asked by somebody who may, about what is theirs and what is not. An answer is never a fault of ours and
 * never shows the inside; what lies elsewhere stays as it is, and the rest changes by answers that said so.
 */
export class Fuzzing {
  private before: Digest = {};
  private refused = 0;
  private example: Promise<Example> | null = null;
  answers = new Map<number, number>();

  constructor(
    private readonly ground: Ground,
    private readonly op: Documented,
    private readonly abroad: Abroad,
  ) {}

  private async wholeOne(): Promise<Example> {
    this.example ??= this.ground.example(operationOf(this.op), 'own').then(async (made) => {
      this.before = await this.ground.digest();
      this.refused = 0;
      return made;
    });
    return this.example;
  }

  async one(fuzzed: Fuzzed): Promise<void> {
    const example = await this.wholeOne();
    const base = baseOf(example);
    const given = { ...fuzzed, params: { ...base.params, ...changedOnly(this.first, fuzzed.params) } };
    const answer = await sent(this.ground, this.op, example, given);
    this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
    const done = answer.status < 400;
    // also before a fault is told: what is tried next, to make it small, begins anew
    if (done && this.op.method !== 'GET') this.example = null;
    const wrong = wrongWith(answer, fuzzed);
    if (wrong) throw new Error(`${this.op.name} ${wrong}`);
    if (done) return;
    this.refused += 1;
    if (this.refused % WINDOW === 0) await this.nothingWritten();
  }

  private async nothingWritten(): Promise<void> {
    const after = await this.ground.digest();
    const wrote = changed(this.before, after).filter((table) => !WRITES[this.op.name]?.includes(table));
    this.before = after;
    if (wrote.length > 0) throw new Error(`${this.op.name} was refused and wrote into ${wrote.join(', ')}`);
  }

  private first: Base['params'] = {};

  async run({ runs, seed }: Effort): Promise<void> {
    const example = await this.wholeOne();
    this.first = baseOf(example).params;
    const isBureaus = 'as' in example.who && example.who.as === 'prefectureBureau';
    const abroad = isBureaus ? this.abroad.prefecture : this.abroad.county;
    const elsewhere = isBureaus ? 'other prefecture' : 'other county';
    const foreign = await this.ground.example(operationOf(this.op), elsewhere);
    const ids = [...new Set([...idsIn(example), ...idsIn(foreign)])];
    const before = await abroad();
    this.before = await this.ground.digest();
    const arbitrary = requestsFor(this.op, baseOf(example), ids.length > 0 ? ids : [NOTHING]);
    await fc.assert(
      fc.asyncProperty(arbitrary, (fuzzed) => this.one(fuzzed)),
      { numRuns: runs, seed, endOnFailure: false, interruptAfterTimeLimit: 8 * 60_000 },
    );
    if (this.example) await this.nothingWritten();
    const wrote = changed(before, await abroad());
    if (wrote.length > 0) throw new Error(`${this.op.name} wrote into another territory: ${wrote.join(', ')}`);
  }
}

const NOTHING = '018f3c5e-0000-7000-8000-00000000dead';

/** Where a request kept the numbers of the first example, it now takes those of the present one. */
const changedOnly = (first: Record<string, string>, params: Record<string, string>) =>
  Object.fromEntries(Object.entries(params).filter(([key, value]) => first[key] !== value));

/** Every row that lies in another territory than a county's clerk has, and than a prefecture's bureau has. */
export interface Abroad {
  county: () => Promise<Digest>;
  prefecture: () => Promise<Digest>;
}

export async function abroadOf({ world, sides }: Ground): Promise<Abroad> {
  const { county, prefectureId } = sides['other prefecture'];
  return {
    county: await digester(world.owner, [sides['other county'].county.id, county.id, prefectureId]),
    prefecture: await digester(world.owner, [county.id, prefectureId]),
  };
}
