'use client';

import * as chevronDown from 'lucide-react/icons/chevron-down';
import * as download from 'lucide-react/icons/download';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { drawing, Glyph } from '@/components/ui/glyph';
import { Popover } from '@/components/ui/popover';
import { toast } from '@/components/ui/toast-store';
import { api, sentencesOf } from '@/lib/client/api';
import type { ExportKind } from '@/lib/domain/exports/schema';

const DOWN = drawing(chevronDown);
const DOWNLOAD = drawing(download);

const FORMATS = ['xlsx', 'csv'] as const;

type Props = {
  kind: ExportKind;
  /** The conditions and the order in the address. */
  query: Record<string, string | number | undefined>;
  /** The columns that the list shows; all of them where none are named. */
  columns?: readonly string[];
  /** of what, where a page offers several */
  label?: string;
};

/** 导出所列: what the list in the address shows, as a job that can be left. */
export function ListExport({ kind, query, columns, label }: Props) {
  const t = useTranslations('ui.export');
  const button = label ?? t('button');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);

  async function start(format: (typeof FORMATS)[number]) {
    setOpen(false);
    setBusy(true);
    const answer = await api('POST', '/api/v1/exports', {
      body: { kind, format, query, columns },
    });
    setBusy(false);
    if (answer.ok) toast(t('started'), 'green', { label: t('open'), href: '/imports' });
    else for (const line of sentencesOf(answer.problem)) toast(line, 'red');
  }

  return (
    <Popover
      label={button}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="p-1!"
      trigger={
        <Button icon={<Glyph of={DOWNLOAD} />} busy={busy}>
          {button}
          <Glyph of={DOWN} />
        </Button>
      }
    >
      {FORMATS.map((format) => (
        <Button key={format} variant="quiet" className="w-full justify-start!" onClick={() => start(format)}>
          {t(format)}
        </Button>
      ))}
    </Popover>
  );
}
