'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { toast } from '@/components/ui/toast-store';
import type { Field } from '@/lib/client/outbox/use-field';
import { showRound } from './use-hash';
import { useTake } from './use-take';

/** '/field#take=…': another page's button sends here to take a round along (take-along.tsx). */
export function useTakeFromAddress(field: Field, roundId: string | null): void {
  const t = useTranslations('field.rounds');
  const take = useTake(field);
  const asked = useRef<string>(undefined);
  const isReady = field.phase.is === 'ready';
  useEffect(() => {
    if (!roundId || !isReady || asked.current === roundId) return;
    asked.current = roundId;
    void take(roundId).then((why) => {
      if (why) toast(`${t('takeFailed')}：${why}`, 'red');
      showRound(why ? '' : roundId);
    });
  }, [roundId, isReady, take, t]);
}
