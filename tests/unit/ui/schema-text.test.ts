import { expect, test } from 'vitest';
import { fieldLines, typeText } from '@/components/api-docs/schema-text';
import { compoundsHref } from '@/lib/format/compounds-href';

test.each([
  [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
  [{ enum: ['a', 'b'] }, '"a" | "b"'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ type: 'array', items: { type: 'integer' } }, 'array<integer>'],
  [{ $ref: '#/components/schemas/Problem' }, 'Problem'],
  [{}, 'any'],
])('a schema in a word: %j', (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

test('the fields of a list of records, with what is required', () => {
  const schema = {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
      total: { type: 'integer', description: '总数' },
    },
  };
  expect(fieldLines(schema).map(({ name, required, description }) => [name, required, description])).toEqual([
    ['items', true, ''],
    ['items[].id', true, ''],
    ['total', false, '总数'],
  ]);
});

test('the rows behind a figure: empty filters are left out', () => {
  expect(compoundsHref({})).toBe('/compounds');
  expect(compoundsHref({ county: 'x', eligibility: undefined, facility: 'drainage', condition: 'missing' })).toBe(
    '/compounds?county=x&facility=drainage&condition=missing',
  );
});
