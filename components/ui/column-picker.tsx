'use client';

import * as columns3 from 'lucide-react/icons/columns-3';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from './button';
import { Checkbox } from './checkbox';
import { drawing, Glyph } from './glyph';
import { Popover } from './popover';

const COLUMNS = drawing(columns3);

type Props = {
  columns: readonly { key: string; label: string; locked?: boolean }[];
  visible: readonly string[];
  /** The parameter that holds the chosen keys, joined by commas. */
  name?: string;
};

export function ColumnPicker({ columns, visible, name = 'columns' }: Props) {
  const t = useTranslations('ui.columns');
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();

  function go(chosen: string | undefined) {
    const query = new URLSearchParams(params);
    if (chosen) query.set(name, chosen);
    else query.delete(name);
    setOpen(false);
    router.push(query.size > 0 ? `${path}?${query}` : path, { scroll: false });
  }

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const ticked = new FormData(event.currentTarget).getAll('column');
    go(columns.flatMap(({ key, locked }) => (locked || ticked.includes(key) ? [key] : [])).join(','));
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label={t('title')}
      trigger={<Button icon={<Glyph of={COLUMNS} />}>{t('button')}</Button>}
    >
      <form onSubmit={apply}>
        <p className="mb-2 text-sm font-medium">{t('title')}</p>
        <div className="-mx-1 grid max-h-72 gap-1 overflow-auto px-1">
          {columns.map(({ key, label, locked }) => (
            <Checkbox
              key={key}
              name="column"
              value={key}
              defaultChecked={visible.includes(key)}
              disabled={locked}
              label={locked ? `${label} (${t('locked')})` : label}
            />
          ))}
        </div>
        <div className="mt-3 flex gap-2">
          <Button type="submit" variant="primary" size="sm">
            {t('apply')}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => go(undefined)}>
            {t('reset')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
