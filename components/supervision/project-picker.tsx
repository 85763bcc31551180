'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';

export interface ProjectChoice {
  id: string;
  code: string;
  name: string;
  year: number;
}

type Props = {
  projects: readonly ProjectChoice[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  id?: string;
};

const SHOWN = 60;

/** Projects of the county, found by name or code and ticked; those that are ticked stand first. */
export function ProjectPicker({ projects, chosen, onChange, id }: Props) {
  const t = useTranslations('supervision.form');
  const ownId = useId();
  const [text, setText] = useState('');
  const [first] = useState(chosen);
  const words = text.trim().toLowerCase();
  const found = projects.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(words));
  const shown = [...found.filter((one) => first.has(one.id)), ...found.filter((one) => !first.has(one.id))];

  function put(project: string, isIn: boolean) {
    const next = new Set(chosen);
    if (isIn) next.add(project);
    else next.delete(project);
    onChange(next);
  }

  return (
    <div className="rounded-lg border border-line">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line p-3">
        <Input
          id={id ?? ownId}
          type="search"
          className="sm:w-72!"
          aria-label={t('searchProjects')}
          placeholder={t('searchProjects')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p role="status" className="ml-auto text-sm text-ink-2">
          {t('chosen', { count: chosen.size })}
        </p>
      </div>
      <ul className="max-h-72 divide-y divide-line overflow-auto">
        {shown.slice(0, SHOWN).map((one) => (
          <li key={one.id} className="px-3 py-2">
            <Checkbox
              label={one.name}
              hint={`${one.code} · ${t('yearName', { year: String(one.year) })}`}
              checked={chosen.has(one.id)}
              onChange={(event) => put(one.id, event.target.checked)}
            />
          </li>
        ))}
        {shown.length === 0 && (
          <li className="px-3 py-4 text-sm text-ink-3">{t(projects.length === 0 ? 'noProjects' : 'nothingFound')}</li>
        )}
      </ul>
    </div>
  );
}
