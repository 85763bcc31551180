'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TickList } from '@/components/ui/tick-list';

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

/** Projects of the county, found by name or code and ticked; those that were ticked at first stand first. */
export function ProjectPicker({ projects, chosen, onChange, id }: Props) {
  const t = useTranslations('supervision.form');
  const [first] = useState(chosen);
  const ordered = [...projects.filter((one) => first.has(one.id)), ...projects.filter((one) => !first.has(one.id))];
  return (
    <TickList
      options={ordered.map(({ id: value, name, code, year }) => ({
        ...{ value, label: name, search: `${name} ${code}`.toLowerCase() },
        hint: `${code} · ${t('yearName', { year: String(year) })}`,
      }))}
      chosen={chosen}
      onChange={onChange}
      id={id}
      most={SHOWN}
      className="max-h-72"
      words={{
        ...{ search: t('searchProjects'), chosen: t('chosen', { count: chosen.size }) },
        nothing: t(projects.length === 0 ? 'noProjects' : 'nothingFound'),
      }}
    />
  );
}
