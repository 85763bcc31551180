'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import { Popover } from '@/components/ui/popover';
import type { Cited, Defined } from '@/lib/domain/overview/definitions';

interface Setting {
  clauses: Record<Defined, Cited[]>;
  /** already written for the eye */
  asOf: string;
}
const NotesContext = createContext<Setting | null>(null);

/** What every note of the page draws on, sent once. */
export function Notes({ clauses, asOf, children }: Setting & { children: ReactNode }) {
  return <NotesContext value={{ clauses, asOf }}>{children}</NotesContext>;
}

/** What a figure is: its formula, the clauses it rests on, and the moment it is of. */
export function FigureNote({ of }: { of: Defined }) {
  const t = useTranslations('overviewNotes');
  const setting = useContext(NotesContext);
  if (!setting) throw new Error('a note stands outside Notes');
  const name = t(`names.${of}`);
  const cited = setting.clauses[of];
  return (
    <Popover
      label={t('of', { name })}
      trigger={
        <button
          type="button"
          aria-label={t('of', { name })}
          className="no-print inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-control hover:text-accent pointer-coarse:-my-1.5 pointer-coarse:size-9"
        >
          <CircleHelp aria-hidden="true" className="size-3.5" />
        </button>
      }
    >
      <p className="text-sm font-medium">{name}</p>
      <p className="mt-1 text-sm text-ink-2">{t(`means.${of}`)}</p>
      {cited.length > 0 && (
        <>
          <p className="mt-3 mb-1 text-xs font-medium text-ink-3">{t('clauses')}</p>
          <ul className="space-y-2">
            {cited.map(({ clause, sentence }) => (
              <li key={`${clause}${sentence}`} className="border-l-2 border-accent-line pl-3 text-sm">
                <p className="font-medium text-accent-ink">{clause}</p>
                <p className="text-ink-2">{sentence}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3 text-xs text-ink-3">{t('asOf', { moment: setting.asOf })}</p>
    </Popover>
  );
}
