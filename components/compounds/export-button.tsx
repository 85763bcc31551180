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
import type { ListColumn } from '@/lib/domain/compounds/types';

const DOWN = drawing(chevronDown);
const DOWNLOAD = drawing(download);

const FORMATS = ['xlsx', 'csv'] as const;

/** 导出所列: the same conditions and columns as the list in the address, as a job that can be left. */
export function ExportButton({ query, columns }: { query: Record<string, string>; columns: readonly ListColumn[] }) {
  const t = useTranslations('compounds.export');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);

  async function start(format: (typeof FORMATS)[number]) {
    setOpen(false);
    setBusy(true);
    const answer = await api('POST', '/api/v1/exports', {
      body: { kind: 'compounds-list', format, query, columns, unmasked: false },
    });
    setBusy(false);
    if (answer.ok) toast(t('started'), 'green', { label: t('open'), href: '/imports' });
    else for (const line of sentencesOf(answer.problem)) toast(line, 'red');
  }

  return (
    <Popover
      label={t('button')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="p-1!"
      trigger={
        <Button icon={<Glyph of={DOWNLOAD} />} busy={busy}>
          {t('button')}
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
