import type { useTranslations } from 'next-intl';
import type { Difference } from '@/components/ui/diff-list';
import { ROLE_LABELS, TOKEN_END_LABELS, TOKEN_REFUSED_LABELS } from '@/lib/domain/accounts/labels';
import { SCOPES, type Scope, scopeLabel } from '@/lib/domain/accounts/scopes';
import type { AuditLineView } from '@/lib/domain/audit/views';
import {
  COMPOUND_STATUS_LABELS,
  OUTCOME_LABELS,
  OWNER_KIND_LABELS,
  OWNERSHIP_LABELS,
  STRUCTURE_LABELS,
  USAGE_LABELS,
  WILLINGNESS_LABELS,
} from '@/lib/domain/compounds/labels';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';
import { UNIT_KIND_LABELS } from '@/lib/domain/units/labels';
import { formatArea } from '@/lib/format/area';
import { formatBytes } from '@/lib/format/bytes';
import { formatDateTime } from '@/lib/format/date';

export type T = ReturnType<typeof useTranslations<'audit'>>;

/** What a person does not read: keys, places, counters, names of stored bytes. */
const HIDDEN =
  /(^|_)id$|_by$|^(version|created_at|updated_at|pinyin|eligibility_reasons|session|normalised|sha256|storage_key|thumbnail_key|fingerprint|proposal|heartbeat_at|query|demonstration)$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const BYTES = /^size(_bytes)?$/;
const AREA = /_area(_delta)?$/;

const WORDS: Record<string, Record<string, Label>> = {
  ownership_kind: OWNERSHIP_LABELS,
  willingness: WILLINGNESS_LABELS,
  structure: STRUCTURE_LABELS,
  usage: USAGE_LABELS,
  eligibility: OUTCOME_LABELS,
  status: COMPOUND_STATUS_LABELS,
  kind: { ...OWNER_KIND_LABELS, ...UNIT_KIND_LABELS },
  role: ROLE_LABELS,
  revoked_how: TOKEN_END_LABELS,
  why: TOKEN_REFUSED_LABELS,
  scopes: Object.fromEntries(SCOPES.map((scope: Scope) => [scope, scopeLabel(scope)])),
};

export const fieldName = (t: T, key: string): string =>
  t.has(`fields.${key}` as 'fields.name') ? t(`fields.${key}` as 'fields.name') : key;

/** Some names say one thing of most records and another of these. */
const OF_ENTITY: Record<string, Record<string, string>> = {
  account: { address: 'address_ip' },
  installation: { units: 'unit_count' },
};

/** A word of the program that only records of this kind hold. */
function ownWord(t: T, path: string): string | null {
  const key = `values.${path}` as 'values.backup_run.kind.manual';
  return t.has(key) ? t(key) : null;
}

function written(t: T, locale: Locale, entity: string, key: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (key === 'scopes' && Array.isArray(value))
    return value.map((scope) => written(t, locale, entity, key, scope)).join(locale === 'en' ? ', ' : '、');
  if (Array.isArray(value)) return value.length === 0 ? null : t('items', { count: value.length });
  if (typeof value === 'object') return Object.keys(value).length === 0 ? null : partsOf(t, locale, entity, value);
  const text = String(value);
  const own = /^\w+$/.test(text) ? ownWord(t, `${entity}.${key}.${text}`) : null;
  if (own) return own;
  const word = WORDS[key]?.[text];
  if (word) return labelIn(word, locale);
  if (BYTES.test(key) && /^\d+$/.test(text)) return formatBytes(text);
  if (AREA.test(key) && /^-?\d+$/.test(text)) return formatArea(BigInt(text));
  return INSTANT.test(text) ? formatDateTime(new Date(text), locale) : text;
}

/** What people know a record by comes first. */
const FIRST = [
  'name',
  'display_name',
  'name_masked',
  'room',
  'unit_no',
  'storey',
  'exclusive_area',
  'floor_area',
  'address',
];
const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

/** Parts that have words are said; of the others only how many there are. */
function partsOf(t: T, locale: Locale, entity: string, value: object): string {
  const entries = Object.entries(value);
  if (!entries.every(([key]) => t.has(`fields.${key}` as 'fields.name'))) return t('items', { count: entries.length });
  return entries
    .map(([key, part]) => `${fieldName(t, key)} ${written(t, locale, entity, key, part) ?? '—'}`)
    .join(' · ');
}

/** Old → new with the office's words; what was made has no old, what is only on record has no new. */
export function differencesOf(t: T, line: AuditLineView, locale: Locale): Difference[] {
  const keys = [...new Set([...Object.keys(line.before ?? {}), ...Object.keys(line.after ?? {})])];
  const made = line.before === null;
  return keys
    .filter((key) => !HIDDEN.test(key) && !(made && key === 'status'))
    .sort((a, b) => rank(a) - rank(b))
    .map((key) => ({
      field: fieldName(t, OF_ENTITY[line.entity]?.[key] ?? key),
      before: written(t, locale, line.entity, key, line.before?.[key]),
      after: written(t, locale, line.entity, key, line.after?.[key]),
    }))
    .filter(({ before, after }) => before !== after);
}

export function entityName(t: T, entity: string): string {
  return t.has(`entities.${entity}` as 'entities.account') ? t(`entities.${entity}` as 'entities.account') : entity;
}

export function actionName(t: T, action: string): string {
  const key = `actions.${action}` as 'actions.account.sign_in';
  if (t.has(key) && typeof t.raw(key) === 'string') return t(key);
  // a row written outside any act of a person is named by the database: 'compound.insert'
  const [entity = '', verb] = action.split('.');
  if (verb === 'insert' || verb === 'update') return t(verb, { entity: entityName(t, entity) });
  return action;
}
