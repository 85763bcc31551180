'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { toast } from '@/components/ui/toast-store';
import type { Field } from '@/lib/client/outbox/use-field';
import { LIST_HREF, roundHref, showInstead, siteHref } from './use-hash';
import { useTake, useTakeSite } from './use-take';

/** '/field#take=…', '/field#take-site=…': another page's button sends here to take a round or a project along (take-along.tsx). */
export function useTakeFromAddress(field: Field, hash: URLSearchParams): void {
  const t = useTranslations('field.rounds');
  const [take, takeSite] = [useTake(field), useTakeSite(field)];
  const asked = useRef<string>(undefined);
  const isReady = field.phase.is === 'ready';
  const [roundId, projectId] = [hash.get('take'), hash.get('take-site')];
  useEffect(() => {
    const id = roundId ?? projectId;
    if (!id || !isReady || asked.current === id) return;
    asked.current = id;
    void (roundId ? take(id) : takeSite(id)).then((why) => {
      if (why) toast(`${t('takeFailed')}：${why}`, 'red');
      showInstead(why ? LIST_HREF : roundId ? roundHref(id) : siteHref(id));
    });
  }, [roundId, projectId, isReady, take, takeSite, t]);
}
