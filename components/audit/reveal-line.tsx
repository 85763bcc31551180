'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DiffList } from '@/components/ui/diff-list';
import { CONFIRM } from '@/components/ui/late-confirm';
import { useOpener } from '@/components/ui/use-opener';
import { api, sentencesOf } from '@/lib/client/api';
import type { AuditRevealed } from '@/lib/domain/audit/views';

/** Personal values of a line: shown for a reason, and that they were shown is a line too. */
export function RevealLine({ id }: { id: string }) {
  const t = useTranslations('audit');
  const [shown, setShown] = useState<AuditRevealed>();
  const [destroyed, setDestroyed] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const { Panel: ConfirmDialog, opener, open, setOpen } = useOpener(CONFIRM);

  async function reveal(reason: string): Promise<boolean> {
    const result = await api<AuditRevealed>('POST', `/api/v1/audit/${id}/personal`, { body: { reason } });
    if (result.ok) setShown(result.value);
    else if (result.problem.status === 410) setDestroyed(true);
    else setErrors(sentencesOf(result.problem));
    return result.ok || result.problem.status === 410;
  }

  if (destroyed) return <Badge>{t('destroyed')}</Badge>;
  if (shown) {
    const { before, after } = shown;
    const row = (field: string, key: 'name' | 'phone' | 'idNumber') => ({
      field,
      before: before?.[key] ?? null,
      after: after?.[key] ?? null,
    });
    const rows = [row(t('personName'), 'name'), row(t('personPhone'), 'phone'), row(t('personId'), 'idNumber')];
    return <DiffList differences={rows.filter((one) => one.before || one.after)} />;
  }
  return (
    <>
      {opener(<Button size="sm">{t('reveal')}</Button>)}
      {ConfirmDialog && (
        <ConfirmDialog
          title={t('revealTitle')}
          description={t('revealText')}
          confirmLabel={t('reveal')}
          reason={{ min: 4 }}
          errors={errors}
          onConfirm={reveal}
          open={open}
          onOpenChange={setOpen}
        />
      )}
    </>
  );
}
