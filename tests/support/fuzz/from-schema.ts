import fc from 'fast-check';

/** A schema of the OpenAPI document, as far as values are made of it. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

function texts({ format, pattern, maxLength = 40 }: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.constantFrom(...ids);
  if (format === 'date') return day.map((text) => text.slice(0, 10));
  if (format === 'date-time') return day;
  if (pattern && !/[?]</.test(pattern) && pattern.length < 200) {
    try {
      return fc.stringMatching(new RegExp(pattern), { maxLength: 60 });
    } catch {
      // a pattern that fast-check cannot read
    }
  }
  return fc.oneof(fc.constantFrom('文化路1号院', '8640.50', '13800001234'), fc.string({ maxLength }));
}

/** Values that the schema means: what a form that knows nothing but the document would send. */
export function meant(schema: Schema, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices?.length) return fc.oneof(...choices.map((one) => meant(one, ids, depth)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const type = [schema.type].flat()[0];
  const { minimum = -1_000, maximum = 100_000 } = schema;
  switch (type) {
    case 'string':
      return texts(schema, ids);
    case 'integer':
      return fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return depth > 4
        ? fc.constant([])
        : fc.array(schema.items ? meant(schema.items, ids, depth + 1) : fc.jsonValue(), { maxLength: 4 });
    case 'object':
      return objectOf(schema, ids, depth);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf({ properties = {}, required = [] }: Schema, ids: readonly string[], depth: number) {
  if (depth > 4) return fc.constant({});
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, meant(field, ids, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}
