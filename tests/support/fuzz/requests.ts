import fc from 'fast-check';
import { pathOf } from '../every/request';
import { NOBODYS_ID } from '../every/strange';
import { type Base, bodies, type Documented, type Fuzzed } from './bodies';
import { meant } from './from-schema';
import { strangeText } from './strange';

const header = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 4_000);

/** Headers that say something else than is true; those that people set are not among them. */
const strangeHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc
          .constantFrom(
            'if-match',
            'idempotency-key',
            'x-file-name',
            'content-type',
            'accept',
            'accept-language',
            'content-encoding',
            'x-forwarded-for',
            'x-request-id',
            'range',
            'if-none-match',
            'expect',
            'x-http-method-override',
            'x-middleware-subrequest',
            'next-action',
          )
          .filter((name) => name !== 'expect'),
        strangeText.map(header),
      )
      .map(([name, value]) => ({ [name]: value })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-encoding': 'gzip' },
      { 'content-encoding': 'br' },
      { 'if-match': 'W/"0"' },
      { 'if-match': '"999999999"' },
      { 'if-match': '*' },
      { 'idempotency-key': '__proto__' },
      { 'idempotency-key': 'x'.repeat(200) },
      { 'x-file-name': '%E0%A4%A' },
      { 'x-file-name': '..%2F..%2Fetc%2Fpasswd%00.xlsx' },
      { authorization: 'Bearer anju_' },
      { authorization: 'Basic YTpi' },
      { cookie: 'next-auth.session-token=; __proto__=1; a=%' },
      { range: 'bytes=0-18446744073709551615' },
      { 'x-forwarded-for': "127.0.0.1, '; DROP TABLE session; --" },
    ),
  },
);

const strangeId = (ids: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids, NOBODYS_ID) },
    { weight: 1, arbitrary: strangeText.map((value) => value.slice(0, 500)) },
  );

function params(base: Base, ids: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const names = Object.keys(base.params);
  if (names.length === 0) return fc.constant({});
  const changed = fc
    .tuple(fc.constantFrom(...names), strangeId(ids))
    .map(([name, id]) => ({ ...base.params, [name]: id }));
  return fc.oneof({ weight: 3, arbitrary: fc.constant(base.params) }, { weight: 1, arbitrary: changed });
}

function queries(op: Documented, base: Base, ids: readonly string[]): fc.Arbitrary<[string, string][]> {
  const fields = op.parameters.filter(({ in: place }) => place === 'query');
  const usual = Object.entries(base.query);
  const pair = fc.oneof(
    fc.tuple(fc.constantFrom('isAdmin', '__proto__', 'county_id', 'a[b]', ''), strangeText),
    ...(fields.length > 0
      ? [
          fc.tuple(fc.constantFrom(...fields.map(({ name }) => name)), strangeText),
          ...fields.map(({ name, schema }) =>
            fc.tuple(
              fc.constant(name),
              meant(schema, ids).map((value) => String(value)),
            ),
          ),
        ]
      : []),
  );
  const some = fc.array(pair, { minLength: 1, maxLength: 3 }).map((more) => [...usual, ...more] as [string, string][]);
  const weight = fields.length > 0 ? 6 : 1;
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight, arbitrary: some });
}

/** Requests for one operation: mostly whole in all but one or two respects. */
export const requestsFor = (op: Documented, base: Base, ids: readonly string[]): fc.Arbitrary<Fuzzed> =>
  fc
    .tuple(params(base, ids), queries(op, base, ids), bodies(op, base, ids), strangeHeaders)
    .map(([path, query, made, headers]) => ({ params: path, query, headers, ...made }));

const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());

/** The target that is asked for; '.' and '..' would be another address. */
export function targetOf({ path }: Documented, { params: given, query }: Fuzzed): string {
  const safe = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, /^\.{0,2}$/.test(value) ? 'x' : value.toWellFormed()]),
  );
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return `${pathOf(path, safe)}${search ? `?${search}` : ''}`;
}
