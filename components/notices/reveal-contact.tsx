'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

/** For a reason that stands on record; shown until the page is left. */
export function RevealContact({ objectionId }: { objectionId: string }) {
  const t = useTranslations('notices.objections');
  const { act, problem } = useAct<{ contact: string }>();
  const [contact, setContact] = useState<string>();
  if (contact) return <p className="text-sm font-medium">{t('contactIs', { contact })}</p>;
  return (
    <ConfirmDialog
      title={t('revealTitle')}
      description={t('revealText')}
      confirmLabel={t('revealAction')}
      reason={{ min: 4 }}
      errors={problem ? sentencesOf(problem) : []}
      trigger={
        <Button size="sm" variant="quiet">
          {t('reveal')}
        </Button>
      }
      onConfirm={async (reason) => {
        const answer = await act('POST', `/api/v1/objections/${objectionId}/contact`, { body: { reason } });
        if (!answer || answer === true) return false;
        setContact(answer.contact);
        return true;
      }}
    />
  );
}
