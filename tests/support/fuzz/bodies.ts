import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { placesIn, valueAt, withAt } from '../every/strange';
import { meant, type Schema } from './from-schema';
import { COLUMNS, PROTOTYPE_KEYS, strangeText, strangeValue, written } from './strange';

/** One operation as the OpenAPI document describes it. */
export interface Documented {
  name: string;
  method: string;
  path: string;
  parameters: { name: string; in: string; schema: Schema }[];
  body: Schema | null;
  consumes: string | null;
}

/** A request that is whole, and what it is about. */
export interface Base {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  raw: string | Uint8Array | null;
  headers: Record<string, string>;
}

/** How one request differs from a whole one; small enough to be printed. */
export interface Fuzzed {
  params: Record<string, string>;
  query: [string, string][];
  /** text or bytes in base64; null: none at all */
  body: { text: string } | { bytes: Uint8Array } | null;
  headers: Record<string, string>;
  /** a column or a key of the prototype stands where the schema knows no field */
  intrudes: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Mutation {
  at: number;
  how: 'put' | 'wrap' | 'drop' | 'column' | 'prototype';
  value: unknown;
  key: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(200),
  how: fc.constantFrom('put', 'put', 'put', 'wrap', 'drop', 'column', 'prototype'),
  value: strangeValue,
  key: fc.nat(100),
});

function mutated(body: unknown, { at, how, value, key }: Mutation): { body: unknown; intrudes: boolean } {
  const places = placesIn(body);
  const path = places[at % places.length] ?? [];
  const found = valueAt(body, path);
  if (how === 'wrap') return { body: withAt(body, path, [found]), intrudes: false };
  if (how === 'put') return { body: withAt(body, path, value), intrudes: false };
  if (how === 'drop') return { body: withAt(body, path, undefined), intrudes: false };
  const keys = how === 'column' ? COLUMNS : PROTOTYPE_KEYS;
  const name = keys[key % keys.length] ?? 'id';
  if (!isObject(body) || Object.hasOwn(body, name)) return { body, intrudes: false };
  return { body: withAt(body, [name], value ?? { isAdmin: true }), intrudes: true };
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.uint8Array({ maxLength: 400 }).map((tail) => Uint8Array.from([0x50, 0x4b, 3, 4, ...tail])),
  fc.constantFrom(Uint8Array.from([0xff, 0xfe, 0xfd]), Uint8Array.from([]), Uint8Array.from([0xef, 0xbb, 0xbf])),
);

const damaged = (whole: Uint8Array) =>
  fc
    .array(fc.tuple(fc.nat(Math.max(whole.length - 1, 0)), fc.nat(255)), { minLength: 1, maxLength: 12 })
    .chain((changes) =>
      fc.nat(whole.length).map((cut) => {
        const copy = Uint8Array.from(whole);
        for (const [at, byte] of changes) copy[at] = byte;
        return cut % 3 === 0 ? copy.slice(0, cut) : copy;
      }),
    );

type Made = Pick<Fuzzed, 'body' | 'intrudes'>;
const text = (body: unknown): Made => ({ body: { text: written(body) }, intrudes: false });

/** As it is sent: a later change may have dropped the field again, or given it what JSON leaves out. */
function holdsOther({ body }: Made, known: readonly string[]): boolean {
  try {
    const read: unknown = JSON.parse(body && 'text' in body ? body.text : '');
    return isObject(read) && Object.keys(read).some((key) => !known.includes(key));
  } catch {
    return false;
  }
}

export function bodies(op: Documented, base: Base, ids: readonly string[]): fc.Arbitrary<Made> {
  if (op.consumes) {
    const whole = Buffer.from((base.raw ?? '') as string);
    return fc.oneof(bytes, damaged(whole)).map((made) => ({ body: { bytes: made }, intrudes: false }));
  }
  if (!op.body)
    return fc.oneof(
      { weight: 4, arbitrary: fc.constant<Made>({ body: null, intrudes: false }) },
      { weight: 1, arbitrary: strangeValue.map((value) => text(value)) },
    );
  const start = fc.oneof(fc.constant(base.body), meant(op.body, ids));
  const known = Object.keys(op.body.properties ?? {});
  const changed = fc.tuple(start, fc.array(mutation, { maxLength: 3 })).map(([value, mutations]) => {
    let made = { body: value, intrudes: false };
    for (const one of mutations) {
      const next = mutated(made.body, one);
      made = { body: next.body, intrudes: made.intrudes || next.intrudes };
    }
    const sent = text(made.body);
    return { ...sent, intrudes: made.intrudes && known.length > 0 && holdsOther(sent, known) };
  });
  const broken = fc.oneof(
    strangeText.map((value): Made => ({ body: { text: value }, intrudes: false })),
    bytes.map((value): Made => ({ body: { bytes: value }, intrudes: false })),
    fc.constant<Made>({ body: { bytes: gzipSync(written(base.body)) }, intrudes: false }),
    fc.constant<Made>({ body: { text: `${written(base.body).slice(0, -1)},"reason":` }, intrudes: false }),
  );
  return fc.oneof({ weight: 5, arbitrary: changed }, { weight: 1, arbitrary: broken });
}
