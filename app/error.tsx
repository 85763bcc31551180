'use client';

import { useTranslations } from 'next-intl';
import { ErrorPage } from '@/components/frame/error-page';
import { Button } from '@/components/ui/button';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageError({ error, reset }: Props) {
  const t = useTranslations('frame.errors');
  return (
    <main id="main">
      <ErrorPage
        status={500}
        requestId={error.digest}
        actions={
          <Button variant="primary" onClick={reset}>
            {t('reload')}
          </Button>
        }
      />
    </main>
  );
}
