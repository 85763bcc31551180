'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NoticeSubjects } from '@/lib/domain/notices/answers';

/** By compound: 改造类型, or '' where none is said. */
export type Chosen = ReadonlyMap<string, string>;
export const listedOf = (chosen: Chosen) =>
  [...chosen].map(([compoundId, note]) => ({ compoundId, note: note.trim() || null }));

type Props = {
  compounds: NoticeSubjects['compounds'];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  id?: string;
};

const SHOWN = 100;

/** Compounds of a list: found by name, ticked, each with what is to be done there. What is chosen stands first. */
export function CompoundsPicker({ compounds, chosen, onChange, id }: Props) {
  const t = useTranslations('notices.create');
  const locale = useLocale();
  const ownId = useId();
  const [text, setText] = useState('');
  const [eligible, setEligible] = useState(true);
  const [first] = useState(chosen);
  const words = text.trim().toLowerCase();
  const matches = compounds.filter(
    (one) =>
      first.has(one.id) ||
      ((!eligible || one.eligible || chosen.has(one.id)) &&
        `${one.name} ${one.place} ${one.placeEn}`.toLowerCase().includes(words)),
  );
  const shown = [...matches.filter((one) => first.has(one.id)), ...matches.filter((one) => !first.has(one.id))];

  function put(compound: string, note: string | null) {
    const next = new Map(chosen);
    if (note === null) next.delete(compound);
    else next.set(compound, note);
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
        <Checkbox
          label={t('eligibleOnly')}
          checked={eligible}
          onChange={(event) => setEligible(event.target.checked)}
        />
        <p role="status" className="ml-auto text-sm text-ink-2">
          {t('chosen', { count: String(chosen.size) })}
        </p>
      </div>
      <ul className="max-h-96 divide-y divide-line overflow-auto">
        {shown.slice(0, SHOWN).map(({ id: compound, name, place, placeEn }) => (
          <li key={compound} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
            <Checkbox
              label={name}
              hint={labelIn({ zh: place, en: placeEn }, locale)}
              checked={chosen.has(compound)}
              onChange={(event) => put(compound, event.target.checked ? '' : null)}
            />
            {chosen.has(compound) && (
              <Input
                className="w-48!"
                maxLength={40}
                aria-label={t('note', { name })}
                placeholder={t('notePlaceholder')}
                value={chosen.get(compound) ?? ''}
                onChange={(event) => put(compound, event.target.value)}
              />
            )}
          </li>
        ))}
        {shown.length === 0 && <li className="px-3 py-4 text-sm text-ink-3">{t('nothing')}</li>}
      </ul>
      {shown.length > SHOWN && (
        <p className="border-t border-line px-3 py-2 text-sm text-ink-3">{t('shown', { count: String(SHOWN) })}</p>
      )}
    </div>
  );
}
