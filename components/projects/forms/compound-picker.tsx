'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import type { CompoundChoice } from '@/lib/domain/projects/choices';

type Props = {
  compounds: readonly CompoundChoice[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  id?: string;
};

const SHOWN = 80;
const found = ({ name, place, pinyin }: CompoundChoice, text: string) => {
  const words = text.trim().toLowerCase();
  const initials = pinyin
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');
  return `${name} ${place} ${pinyin.replaceAll(' ', '')} ${initials}`.toLowerCase().includes(words);
};

/** Compounds of the county: found by name, place or pinyin and ticked; those whose first vote passed stand first. */
export function CompoundPicker({ compounds, chosen, onChange, id }: Props) {
  const t = useTranslations('projects.create');
  const ownId = useId();
  const [text, setText] = useState('');
  const [passed, setPassed] = useState(compounds.some((one) => one.passed));
  const shown = compounds.filter((one) => (!passed || one.passed || chosen.has(one.id)) && found(one, text));

  function put(compound: string, isIn: boolean) {
    const next = new Set(chosen);
    if (isIn) next.add(compound);
    else next.delete(compound);
    onChange(next);
  }

  return (
    <div className="rounded-lg border border-line">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line p-3">
        <Input
          id={id ?? ownId}
          type="search"
          className="sm:w-72!"
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox label={t('passedOnly')} checked={passed} onChange={(event) => setPassed(event.target.checked)} />
        <p role="status" className="ml-auto text-sm text-ink-2">
          {t('chosen', { count: chosen.size })}
        </p>
      </div>
      <ul className="max-h-96 divide-y divide-line overflow-auto">
        {shown.slice(0, SHOWN).map((one) => (
          <li key={one.id} className="px-3 py-2">
            <Checkbox
              label={one.name}
              hint={[
                one.place,
                t('households', { count: one.households }),
                one.passed ? t('passed') : t('notPassed'),
                ...one.projects.map(({ year, code }) => t('inProject', { year: String(year), code })),
              ]
                .filter(Boolean)
                .join(' · ')}
              checked={chosen.has(one.id)}
              onChange={(event) => put(one.id, event.target.checked)}
            />
          </li>
        ))}
        {shown.length === 0 && <li className="px-3 py-4 text-sm text-ink-3">{t('nothing')}</li>}
      </ul>
      {shown.length > SHOWN && (
        <p className="border-t border-line px-3 py-2 text-sm text-ink-3">{t('shown', { count: SHOWN })}</p>
      )}
    </div>
  );
}
