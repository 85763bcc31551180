'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

export interface Collision {
  key: string;
  label: string;
  theirs: string;
  mine: string;
  /** I left it alone: the other's is chosen at first. */
  untouched?: boolean;
  /** Part of what I am doing now; the other's stands there to compare. */
  mineOnly?: boolean;
}

type Props = {
  collisions: readonly Collision[];
  busy?: boolean;
  /** What else is good to know of the other's version. */
  note?: ReactNode;
  /** Keys where the other's version is to stay. */
  onResolve: (takeTheirs: ReadonlySet<string>) => void;
  onClose: () => void;
};

/** Two people on one record: both versions side by side, and a choice for each field. What I typed is chosen at first: nothing of it is lost. */
export function ConflictDialog({ collisions, busy, note, onResolve, onClose }: Props) {
  const t = useTranslations('ui.conflict');
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(
    () => new Set(collisions.filter(({ untouched }) => untouched).map(({ key }) => key)),
  );

  function choose(key: string, other: boolean) {
    const next = new Set(theirs);
    if (other) next.add(key);
    else next.delete(key);
    setTheirs(next);
  }

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={collisions.length > 0 ? t('description') : t('none')}
      actions={
        <Button variant="primary" busy={busy} onClick={() => onResolve(theirs)}>
          {t('save')}
        </Button>
      }
    >
      {note && <p className="mb-3 text-sm text-ink-2">{note}</p>}
      <ul className="divide-y divide-line rounded-md border border-line text-sm empty:hidden">
        {collisions.map(({ key, label, mineOnly, ...values }) => (
          <li key={key}>
            <fieldset className="grid gap-2 px-3 py-2.5 sm:grid-cols-[10rem_1fr_1fr]">
              <legend className="float-left pt-1 text-ink-3 sm:col-span-1">{label}</legend>
              {(['theirs', 'mine'] as const).map((side) => (
                <label
                  key={side}
                  className="flex min-w-0 cursor-pointer items-start gap-2 rounded-md border border-line px-2.5 py-1.5 has-disabled:cursor-default has-checked:border-accent has-checked:bg-accent-soft"
                >
                  <input
                    type="radio"
                    className="tick mt-0.5"
                    name={`conflict-${key}`}
                    disabled={mineOnly && side === 'theirs'}
                    checked={theirs.has(key) === (side === 'theirs')}
                    onChange={() => choose(key, side === 'theirs')}
                  />
                  <span className="min-w-0">
                    <span className="block text-xs text-ink-3">{t(side)}</span>
                    {values[side] || t('empty')}
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
