'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

/** For a reason that stands on record; shown until the page is left. */
export function RevealContact({ id }: { id: string }) {
  const t = useTranslations('complaints.reveal');
  const { act, problem } = useAct<{ contact: string }>();
  const [contact, setContact] = useState<string>();
  if (contact) return <p className="text-sm font-medium">{t('is', { contact })}</p>;
  return (
    <ConfirmDialog
      title={t('title')}
      description={t('text')}
      confirmLabel={t('confirm')}
      reason={{ min: 4 }}
      errors={problem ? sentencesOf(problem) : []}
      trigger={<Button size="sm">{t('action')}</Button>}
      onConfirm={async (reason) => {
        const answer = await act('POST', `/api/v1/complaints/${id}/contact`, { body: { reason } });
        if (!answer || answer === true) return false;
        setContact(answer.contact);
        return true;
      }}
    />
  );
}
