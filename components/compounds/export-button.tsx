'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { api, sentencesOf } from '@/lib/client/api';
import type { ListColumn } from '@/lib/domain/compounds/types';

/** 导出所列: the same conditions and columns as the list in the address, as a job that can be left. */
export function ExportButton({ query, columns }: { query: Record<string, string>; columns: readonly ListColumn[] }) {
  const t = useTranslations('compounds.export');
  const [busy, setBusy] = useState(false);

  async function start() {
    setBusy(true);
    const answer = await api('POST', '/api/v1/exports', {
      body: { kind: 'compounds-list', query, columns, unmasked: false },
    });
    setBusy(false);
    if (answer.ok) toast(t('started'), 'green', { label: t('open'), href: '/imports' });
    else for (const line of sentencesOf(answer.problem)) toast(line, 'red');
  }

  return (
    <Button icon={<Download aria-hidden="true" />} busy={busy} onClick={start}>
      {t('button')}
    </Button>
  );
}
