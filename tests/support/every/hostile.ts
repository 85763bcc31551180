import type { EveryOperation } from './operations';
import { isWrite } from './operations';
import type { Change, Example } from './request';
import { fieldsOf, NOBODYS_ID, objectsIn, type Path, placesIn, STRANGE, STRANGE_TEXTS, withAt } from './strange';

/** A request that must be refused, and how. */
export interface Hostile {
  what: string;
  change: Change;
  status: number;
  code: string | RegExp;
}

const hostile = (what: string, change: Change, status: number, code: string | RegExp): Hostile => ({
  what,
  change,
  status,
  code,
});
const INPUT = /^(invalid_input|unstorable_text)$/;

/** Writes that another site sends in somebody's name. */
export function forgeries(op: EveryOperation): Hostile[] {
  if (!isWrite(op)) return [];
  const headers: [string, Record<string, string>][] = [
    ['without the header of our own pages', { 'x-anju-request': '' }],
    ['from a foreign origin', { origin: 'https://elsewhere.example' }],
    ['from no origin', { origin: 'null' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ];
  return headers.map(([what, change]) => hostile(what, { headers: change }, 403, 'csrf'));
}

/** Headers that say which version and which doing is meant, badly. */
export function headers(op: EveryOperation): Hostile[] {
  if (!isWrite(op)) return [];
  const keys = ['', 'two words', 'é', 'x'.repeat(201)].map((key) =>
    hostile(`key ${key.slice(0, 9)}`, { headers: { 'idempotency-key': key } }, 400, 'idempotency_key_malformed'),
  );
  const versions = op.spec.ifMatch ? ['', '*', '7', '"x"', '"99999999999"', '"1", "2"'] : [];
  return [
    ...keys,
    ...versions.map((version) =>
      hostile(`if-match ${version}`, { headers: { 'if-match': version } }, 428, 'if_match_required'),
    ),
  ];
}

/** Ids that are none, and one that names nothing, in each part of the path. */
export function ids(op: EveryOperation, example: Example): Hostile[] {
  return Object.keys(example.params ?? {}).flatMap((key) =>
    ['x y', '1;DROP TABLE compound', '../../etc/passwd', '%00', '长'.repeat(99), NOBODYS_ID]
      // a draft is found by words of one's own: any word may name one
      .filter((id) => !(op.path.startsWith('/drafts') && id === NOBODYS_ID))
      .map((id) =>
        hostile(`${key} = ${id.slice(0, 24)}`, { params: { ...example.params, [key]: id } }, 404, 'not_found'),
      ),
  );
}

export function queries(op: EveryOperation, example: Example): Hostile[] {
  const { query: schema } = op.spec;
  const given = new URLSearchParams(example.query);
  const unknown = new URLSearchParams([...given, ['isAdmin', 'true']]).toString();
  if (!schema) return [hostile('a parameter where there is none', { query: unknown }, 400, 'no_parameters')];
  const wrong = fieldsOf(schema).flatMap((field) =>
    STRANGE_TEXTS.filter((text) => !schema.safeParse({ ...example.query, [field]: text }).success).map((text) => {
      const query = new URLSearchParams({ ...example.query, [field]: text }).toString();
      return hostile(`?${field}=${text.slice(0, 20)}`, { query }, 400, INPUT);
    }),
  );
  const twice = fieldsOf(schema)
    .filter((field) => !schema.safeParse({ ...example.query, [field]: ['x', 'y'] }).success)
    .map((field) => {
      const query = new URLSearchParams([...given, [field, 'x'], [field, 'y']]).toString();
      return hostile(`?${field} twice`, { query }, 400, INPUT);
    });
  return [hostile('an unknown parameter', { query: unknown }, 400, 'invalid_input'), ...wrong, ...twice];
}

/** Where a value may stand in a body: all places of the example, and every field that the schema knows beside them. */
function placesOf(op: EveryOperation, body: unknown): Path[] {
  const known = op.spec.body ? fieldsOf(op.spec.body).map((field): Path => [field]) : [];
  const all = new Map([...placesIn(body), ...known].map((path) => [path.join('.'), path]));
  return [...all.values()].filter((path) => path.length > 0);
}

const strangeBodies = (op: EveryOperation, body: unknown) =>
  placesOf(op, body).flatMap((path) =>
    STRANGE.map((value) => ({
      what: `${path.join('.')} = ${JSON.stringify(value).slice(0, 24)}`,
      body: withAt(body, path, value),
    })),
  );

/** More than the operation takes, of three bytes each. */
const huge = (mostMiB = 1) => JSON.stringify({ reason: '长'.repeat(mostMiB * 400_000) });

export function bodies(op: EveryOperation, example: Example): Hostile[] {
  const { body: schema, consumes, mostMiB } = op.spec;
  if (!isWrite(op)) return [];
  if (consumes) return files(example);
  if (!schema) return [hostile('a body where none belongs', { body: { isAdmin: true } }, 400, 'no_body')];
  const { body } = example;
  const raw = (what: string, rawBody: BodyInit, status: number, code: string, type = 'application/json') =>
    hostile(what, { rawBody, headers: { 'content-type': type } }, status, code);
  return [
    raw('no body', '', 400, 'malformed_json'),
    raw('half a body', '{"reason":', 400, 'malformed_json'),
    raw('a huge body', huge(mostMiB), 413, 'too_large'),
    raw('a form', 'reason=x', 415, 'not_json', 'application/x-www-form-urlencoded'),
    raw('a text', JSON.stringify(body), 415, 'not_json', 'text/plain'),
    raw('no type', JSON.stringify(body), 415, 'not_json', ''),
    raw('a sheet', 'PK\u0003\u0004', 415, 'not_json', 'application/octet-stream'),
    raw('a prototype', '{"__proto__":{"isAdmin":true},"constructor":1}', 400, 'invalid_input'),
    ...[[], [body], null, 'x', 7].map((value) =>
      hostile(`${JSON.stringify(value).slice(0, 12)} for the body`, { body: value }, 400, INPUT),
    ),
    ...objectsIn(schema, body).map((path) =>
      hostile(
        `an unknown field in ${path.join('.') || 'the body'}`,
        { body: withAt(body, [...path, 'isAdmin'], true) },
        400,
        'invalid_input',
      ),
    ),
    ...strangeBodies(op, body)
      .filter(({ body: strange }) => !isStorable(strange) || !schema.safeParse(strange).success)
      .map(({ what, body: strange }) => hostile(what, { body: strange }, 400, INPUT)),
  ];
}

const isStorable = (value: unknown): boolean => !/\\u0000|\\ud800/.test(JSON.stringify(value));

/** Bodies that the schema takes and nobody means: they may be written or refused, never a fault. */
export function strangeButWhole(op: EveryOperation, example: Example): { what: string; body: unknown }[] {
  const { body: schema } = op.spec;
  if (!schema) return [];
  return strangeBodies(op, example.body).filter(
    ({ body }) =>
      isStorable(body) && schema.safeParse(body).success && JSON.stringify(body) !== JSON.stringify(example.body),
  );
}

/** The same of queries. */
export function strangeQueries(op: EveryOperation, example: Example): string[] {
  const { query: schema } = op.spec;
  if (!schema) return [];
  return fieldsOf(schema).flatMap((field) =>
    [...STRANGE_TEXTS, NOBODYS_ID]
      .map((text) => ({ ...example.query, [field]: text }))
      .filter((query) => schema.safeParse(query).success)
      .map((query) => new URLSearchParams(query).toString()),
  );
}

const MEGABYTE = new Uint8Array(1024 * 1024);

/** A body without end, as far as its header says. */
function endless(megabytes: number): ReadableStream<Uint8Array> {
  let left = megabytes;
  return new ReadableStream({
    pull: (controller) => {
      left -= 1;
      return left < 0 ? controller.close() : controller.enqueue(MEGABYTE);
    },
  });
}

function files({ headers: own }: Example): Hostile[] {
  return [
    hostile('no file', { rawBody: null }, 400, 'file_empty'),
    hostile('an empty file', { rawBody: '' }, 400, 'file_empty'),
    hostile(
      'a file that says that it is huge',
      { headers: { ...own, 'content-length': '99999999' } },
      413,
      'file_too_large',
    ),
    hostile('a huge file that does not say so', { rawBody: endless(32) }, 413, 'file_too_large'),
    hostile(
      'a form with a file in it',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      415,
      'multipart_body',
    ),
    hostile('a name that is badly escaped', { headers: { 'x-file-name': '%E0%A4%A' } }, 400, 'file_name'),
  ];
}
