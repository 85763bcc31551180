'use client';

import * as chartColumn from 'lucide-react/icons/chart-column';
import * as table2 from 'lucide-react/icons/table-2';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { drawing, Glyph } from '@/components/ui/glyph';
import { IconButton } from '@/components/ui/icon-button';
import { ChartTable, type TableRow } from './chart-table';

const DRAWN = drawing(chartColumn);
const TABLE = drawing(table2);

type Props = {
  title: string;
  description?: string;
  unit: string;
  /** Heads of the columns after the first. */
  head: readonly string[];
  rows: readonly TableRow[];
  /** Fixed height as a class: the page does not move when the drawing arrives. */
  height: string;
  empty?: string;
  keyLine?: ReactNode;
  children: ReactNode;
};

/** Title, unit, the drawing, and the table behind it. The drawing itself is fetched only where a chart stands. */
export function ChartFrame({ title, description, unit, head, rows, height, empty, keyLine, children }: Props) {
  const t = useTranslations('charts');
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const table = (links: boolean) => (
    <ChartTable caption={`${title} (${t('unit', { unit })})`} head={[t('item'), ...head]} rows={rows} links={links} />
  );
  return (
    <figure aria-labelledby={id} className="avoid-break min-w-0">
      <div className="mb-2 flex items-start justify-between gap-3">
        <figcaption className="min-w-0">
          <h3 id={id} className="font-semibold">
            {title}
          </h3>
          <p className="text-sm text-ink-3">{[description, t('unit', { unit })].filter(Boolean).join(' · ')}</p>
        </figcaption>
        {rows.length > 0 && (
          <IconButton
            label={asTable ? t('chart') : t('table')}
            size="sm"
            className="no-print"
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <Glyph of={DRAWN} /> : <Glyph of={TABLE} />}
          </IconButton>
        )}
      </div>
      {rows.length === 0 ? (
        <div className={cn('flex flex-col justify-center rounded-md bg-sunken/60', height)}>
          <EmptyState title={empty ?? t('empty')} description={empty ? undefined : t('emptyHint')} />
        </div>
      ) : asTable ? (
        table(true)
      ) : (
        <>
          {keyLine}
          <div aria-hidden="true" className={cn('w-full', height)}>
            {children}
          </div>
          <div className="sr-only">{table(false)}</div>
        </>
      )}
    </figure>
  );
}
