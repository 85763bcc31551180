'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button';
import type { PhoneFirst } from './phone-rows';

type Props = { first: PhoneFirst; rows: number; children: ReactNode };

/** A table that would be ten phones long: the first cards, and the others when they are asked for. On a wider screen and on paper all stand there. */
export function PhoneFirstRows({ first, rows, children }: Props) {
  const t = useTranslations('ui.rest');
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div id={id} data-phone-first={open ? undefined : first}>
        {children}
      </div>
      {!open && (
        <Button className="mt-2 w-full sm:hidden print:hidden" aria-controls={id} onClick={() => setOpen(true)}>
          {t('show', { count: rows - first })}
        </Button>
      )}
    </>
  );
}
