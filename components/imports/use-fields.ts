import { useLocale, useTranslations } from 'next-intl';
import { CONDITION_CHOICES } from '@/lib/domain/imports/choices';
import { type Entity, type FieldSpec, fieldSpec, type Scalar } from '@/lib/domain/imports/fields';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatArea } from '@/lib/format/area';

export interface FacilityName {
  key: string;
  name: string;
}

const FACILITY = 'facility:';

/** Names of fields and their values as people read them. */
export function useFields(facilities: readonly FacilityName[]) {
  const locale = useLocale();
  const t = useTranslations('common');

  function label(entity: Entity, field: string): string {
    const spec = fieldSpec(entity, field);
    if (spec) return labelIn(spec.label, locale);
    const key = field.startsWith(FACILITY) ? field.slice(FACILITY.length) : null;
    return facilities.find((one) => one.key === key)?.name ?? field;
  }

  function show(entity: Entity, field: string, value: Scalar): string | null {
    if (value === null || value === '') return null;
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const spec = fieldSpec(entity, field);
    const choices = field.startsWith(FACILITY) ? CONDITION_CHOICES : spec?.choices;
    const choice = choices?.find(({ code }) => code === value);
    if (choice) return wordOf(choice.words, locale) ?? String(value);
    if (spec?.kind === 'area') return formatArea(String(value));
    return String(value);
  }

  return { label, show };
}

/** Words of a choice: the Chinese one first, the English one before the code (lib/domain/imports/choices). */
export function wordOf(words: readonly string[], locale: string): string | undefined {
  return locale === 'en' ? (words.at(-2) ?? words[0]) : words[0];
}

export function choiceOptions(spec: FieldSpec, locale: string) {
  return (spec.choices ?? []).map(({ code, words }) => ({ value: code, label: wordOf(words, locale) ?? code }));
}
