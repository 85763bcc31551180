'use client';

import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast-store';
import type { Field } from '@/lib/client/outbox/use-field';

/** Takes a round along and says so; answers why not, in words. */
export function useTake(field: Field): (roundId: string) => Promise<string | null> {
  const t = useTranslations('field.rounds');
  return async (roundId) => {
    const heard = await field.take(roundId);
    if (heard?.is === 'no') return heard.no.sentences.join('');
    if (heard?.is !== 'value') return t('noNetwork');
    if (heard.value.round.status !== 'open') return t('notOpen');
    toast(t('taken', { name: heard.value.compound.name }));
    return null;
  };
}
