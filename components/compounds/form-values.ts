import type { z } from 'zod';
import { reasonsOf } from '@/lib/domain/kernel/input';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import {
  AREA_FIELDS,
  CHOICE_FIELDS,
  COUNT_FIELDS,
  type CompoundValues,
  DEGREE_FIELDS,
  FACT_FIELDS,
  PLACE_FIELDS,
  type PlainField,
  TEXT_FIELDS,
} from './fields';
import { writtenNumber } from './written-number';

/** What the controls hold: text, all of it. '' is "not recorded"; facts are yes, no or ''. */
export type FormValues = Record<PlainField | 'aliases', string> & { facilities: Record<string, string> };

const PLAIN = [
  ...TEXT_FIELDS,
  ...PLACE_FIELDS,
  ...DEGREE_FIELDS,
  ...COUNT_FIELDS,
  ...AREA_FIELDS,
  ...CHOICE_FIELDS,
] as const;

export const factText = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');

export function toForm(values: CompoundValues, facilityKeys: readonly string[]): FormValues {
  const plain = PLAIN.map((field) => [field, values[field] === null ? '' : String(values[field])]);
  const facts = FACT_FIELDS.map((field) => [field, factText(values[field])]);
  return {
    ...(Object.fromEntries([...plain, ...facts]) as Record<PlainField, string>),
    aliases: values.aliases.join('、'),
    facilities: Object.fromEntries(facilityKeys.map((key) => [key, values.facilities[key] ?? ''])),
  };
}

const NUMBERS = new Set<string>([...COUNT_FIELDS, ...DEGREE_FIELDS]);
const AREAS = new Set<string>(AREA_FIELDS);
const FACTS = new Set<string>(FACT_FIELDS);

/** Full-width digits, blanks and thousands separators are how people type; what is no number stays text for the schema to refuse. */
function numberOf(text: string): number | string {
  const plain = writtenNumber(text);
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function inputOf(field: string, text: string): unknown {
  const value = text.trim();
  if (value === '') return null;
  if (FACTS.has(field)) return value === 'yes';
  if (NUMBERS.has(field)) return numberOf(value);
  if (AREAS.has(field)) return writtenNumber(value);
  return value;
}

const aliasesOf = (text: string) =>
  text
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** The body of the request. Of a stored record only what differs from it, so that two people on two fields never collide. */
export function toInput(values: FormValues, stored?: FormValues): Record<string, unknown> {
  const changed = (field: PlainField) => !stored || values[field] !== stored[field];
  const fields = ([...PLAIN, ...FACT_FIELDS] as PlainField[]).filter(changed);
  const plain = fields
    .map((field): [string, unknown] => [field, inputOf(field, values[field])])
    .filter(([field, value]) => stored || field === 'name' || value !== null);
  const facilities = Object.entries(values.facilities).filter(
    ([key, value]) => value !== (stored?.facilities[key] ?? ''),
  );
  return {
    ...Object.fromEntries(plain),
    ...(values.aliases !== (stored?.aliases ?? '') ? { aliases: aliasesOf(values.aliases) } : {}),
    ...(facilities.length > 0
      ? { facilities: Object.fromEntries(facilities.map(([key, value]) => [key, value || null])) }
      : {}),
    // A name that was emptied is refused by the schema with a sentence.
    ...('name' in Object.fromEntries(plain) && values.name.trim() === '' ? { name: '' } : {}),
  };
}

/** What the schema says against it, by field of the form. */
export function problemsOf(schema: z.ZodType, input: unknown): Map<string, Reason[]> {
  const parsed = schema.safeParse(input);
  const found = new Map<string, Reason[]>();
  if (parsed.success) return found;
  const sent = input as Record<string, unknown>;
  for (const told of reasonsOf(parsed.error)) {
    const field = told.field?.split('.')[0] ?? '';
    found.set(field, [...(found.get(field) ?? []), inPlainWords(told, field, sent[field])]);
  }
  return found;
}

function inPlainWords(told: Reason, field: string, value: unknown): Reason {
  return told.code === 'input.type' ? noNumber(field, value) : told;
}

/** Text where a number belongs: what was found and what is expected, in the words that the import uses too. */
function noNumber(field: string, value: unknown): Reason {
  const found = String(value);
  if (field === 'yearBuilt') return reason('cell.year', { found });
  if (field === 'longitude') return reason('cell.coordinate', { found, expected: '102.07' });
  if (field === 'latitude') return reason('cell.coordinate', { found, expected: '25.15' });
  return reason('cell.count', { found });
}
