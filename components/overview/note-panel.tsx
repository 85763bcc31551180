'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { POPOVER } from '@/components/ui/late-popover';
import { useLate } from '@/components/ui/use-late';
import type { Cited, Defined } from '@/lib/domain/overview/definitions';

type Props = {
  clauses: Record<Defined, Cited[]>;
  /** already written for the eye */
  asOf: string;
};

const openerOf = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLElement>('button[data-note]') : null;

/** What a figure is: its formula, the clauses it rests on, and the moment it is of. One listener and one panel for all figures of the page. */
export function NotePanel({ clauses, asOf }: Props) {
  const t = useTranslations('overviewNotes');
  const opener = useRef<HTMLElement | null>(null);
  const [of, setOf] = useState<Defined | null>(null);
  const Popover = useLate(POPOVER, of !== null, () => setOf(null));
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const button = openerOf(event);
      if (!button) return;
      const again = button === opener.current;
      opener.current = button;
      setOf((open) => (open && again ? null : (button.dataset.note as Defined)));
    };
    const onPoint = (event: Event) => openerOf(event) && POPOVER.bring();
    document.addEventListener('click', onClick);
    document.addEventListener('pointerover', onPoint);
    document.addEventListener('focusin', onPoint);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('pointerover', onPoint);
      document.removeEventListener('focusin', onPoint);
    };
  }, []);
  useEffect(() => {
    const button = opener.current;
    if (of === null || !button) return;
    button.setAttribute('aria-expanded', 'true');
    return () => button.setAttribute('aria-expanded', 'false');
  }, [of]);
  if (of === null || !Popover) return null;
  const name = t(`names.${of}`);
  const cited = clauses[of];
  return (
    <Popover
      key={of}
      anchor={opener}
      label={t('of', { name })}
      onOpenChange={(open) => !open && setOf(null)}
      // its own button closes it by the click that follows
      onInteractOutside={(event) => openerOf(event.detail.originalEvent) === opener.current && event.preventDefault()}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        // who clicked on something else is there already
        if (document.activeElement === document.body) opener.current?.focus({ preventScroll: true });
      }}
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
      <p className="mt-3 text-xs text-ink-3">{t('asOf', { moment: asOf })}</p>
    </Popover>
  );
}
