'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { TickList } from '@/components/ui/tick-list';
import type { CompoundChoice } from '@/lib/domain/projects/choices';

type Props = {
  compounds: readonly CompoundChoice[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  id?: string;
};

// a few more than a screen holds: each is a box to draw before the dialog stands
const SHOWN = 40;

/** By name, place, pinyin or the first letters of it. */
function foundBy({ name, place, pinyin }: CompoundChoice): string {
  const initials = pinyin
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');
  return `${name} ${place} ${pinyin.replaceAll(' ', '')} ${initials}`.toLowerCase();
}

/** Compounds of the county: found by name, place or pinyin and ticked; those whose first vote passed stand first. */
export function CompoundPicker({ compounds, chosen, onChange, id }: Props) {
  const t = useTranslations('projects.create');
  const [passed, setPassed] = useState(compounds.some((one) => one.passed));
  const shown = compounds.filter((one) => !passed || one.passed || chosen.has(one.id));
  return (
    <TickList
      options={shown.map((one) => ({
        ...{ value: one.id, label: one.name, search: foundBy(one) },
        hint: [
          one.place,
          t('households', { count: one.households }),
          one.passed ? t('passed') : t('notPassed'),
          ...one.projects.map(({ year, code }) => t('inProject', { year: String(year), code })),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      chosen={chosen}
      onChange={onChange}
      id={id}
      most={SHOWN}
      words={{
        ...{ search: t('search'), chosen: t('chosen', { count: chosen.size }) },
        ...{ nothing: t('nothing'), more: t('shown', { count: SHOWN }) },
      }}
    >
      <Checkbox label={t('passedOnly')} checked={passed} onChange={(event) => setPassed(event.target.checked)} />
    </TickList>
  );
}
