import { z } from 'zod';

type Json = unknown;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What people, scripts and attackers put where something else belongs. */
export const STRANGE: Json[] = [
  null,
  true,
  -1,
  1.5,
  2_147_483_648,
  1e300,
  '',
  'x',
  'a\u0000b',
  'a\ud800b',
  '\u202egnp.exe',
  "'; DROP TABLE compound; --",
  '长'.repeat(5_000),
  '0001-01-01',
  [],
  { $gt: '' },
];

export const STRANGE_TEXTS = [
  '',
  ' ',
  'x',
  '-1',
  '1.5',
  '2147483648',
  '99999999999999999999',
  'a\u0000b',
  "' OR 1=1 --",
  '%',
  '0001-01-01',
  'eyJrIjpbMV19',
  '长'.repeat(1_000),
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
/** Looks like an id of ours and names nothing. */
export const NOBODYS_ID = '018f3c5e-0000-7000-8000-00000000dead';

export type Path = (string | number)[];

/** Every place in a value, parents before their parts. */
export function placesIn(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => placesIn(item, [...path, index]))];
  if (isObject(value)) return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
  return [path];
}

export const valueAt = (value: Json, path: Path): Json =>
  path.reduce<Json>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], value);

/** The same value with one place filled otherwise. */
export function withAt(value: Json, path: Path, put: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withAt(item, rest, put) : item));
  const object = isObject(value) ? value : {};
  return { ...object, [key]: withAt(object[key], rest, put) };
}

/** Names of the fields that a schema knows. */
export function fieldsOf(schema: z.ZodType): string[] {
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.keys(properties ?? {});
}

/** Objects in a value whose fields are fixed: an unknown field in one is a mistake. (Records take any key.) */
export function objectsIn(schema: z.ZodType, value: Json): Path[] {
  return placesIn(value).filter((path) => {
    const at = valueAt(value, path);
    return isObject(at) && !schema.safeParse(withAt(value, [...path, 'isAdmin'], true)).success;
  });
}
