'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';

type State = 'checking' | 'trusted' | 'not';
const PATIENCE_MS = 8_000;

/** Asks the https address from this very device: a certificate that it does not trust ends the connection. */
export function TrustCheck({ origin }: { origin: string | null }) {
  const t = useTranslations('certificate.check');
  const [state, setState] = useState<State>('checking');
  const look = useCallback(async () => {
    if (!origin) return;
    setState('checking');
    const answer = await fetch(`${origin}/api/health/live`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    setState(answer?.ok ? 'trusted' : 'not');
  }, [origin]);
  useEffect(() => void look(), [look]);

  if (!origin) return <Banner title={t('off')}>{t('offText')}</Banner>;
  return (
    <div role="status">
      {state === 'checking' && <Banner title={t('checking')} />}
      {state === 'trusted' && (
        <Banner
          tone="green"
          title={t('trusted')}
          action={
            <a href={`${origin}/`} className={buttonStyle('primary')}>
              {t('open')}
            </a>
          }
        >
          {t('trustedText')}
        </Banner>
      )}
      {state === 'not' && (
        <Banner
          tone="amber"
          title={t('not')}
          action={
            <Button icon={<RotateCw aria-hidden="true" />} onClick={look}>
              {t('again')}
            </Button>
          }
        >
          {t('notText')}
        </Banner>
      )}
    </div>
  );
}
