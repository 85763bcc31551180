'use client';

import { ChevronDown, Download, FileSpreadsheet, FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast-store';
import { api, sentencesOf } from '@/lib/client/api';
import type { ListColumn } from '@/lib/domain/compounds/types';

/** 导出所列: the same conditions and columns as the list in the address, as a job that can be left. */
export function ExportButton({ query, columns }: { query: Record<string, string>; columns: readonly ListColumn[] }) {
  const t = useTranslations('compounds.export');
  const [busy, setBusy] = useState(false);

  async function start(format: 'xlsx' | 'csv') {
    setBusy(true);
    const answer = await api('POST', '/api/v1/exports', {
      body: { kind: 'compounds-list', format, query, columns, unmasked: false },
    });
    setBusy(false);
    if (answer.ok) toast(t('started'), 'green', { label: t('open'), href: '/imports' });
    else for (const line of sentencesOf(answer.problem)) toast(line, 'red');
  }

  return (
    <DropdownMenu
      label={t('button')}
      trigger={
        <Button icon={<Download aria-hidden="true" />} busy={busy}>
          {t('button')}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuItem icon={<FileSpreadsheet aria-hidden="true" />} onSelect={() => start('xlsx')}>
        {t('xlsx')}
      </MenuItem>
      <MenuItem icon={<FileText aria-hidden="true" />} onSelect={() => start('csv')}>
        {t('csv')}
      </MenuItem>
    </DropdownMenu>
  );
}
