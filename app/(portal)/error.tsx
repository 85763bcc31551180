'use client';

import { useTranslations } from 'next-intl';
import { ErrorPage } from '@/components/frame/error-page';
import { Button } from '@/components/ui/button';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Inside the frame, so that the way to everything else stays open. */
export default function PortalError({ error, reset }: Props) {
  const t = useTranslations('frame.errors');
  return (
    <ErrorPage
      status={500}
      requestId={error.digest}
      actions={
        <Button variant="primary" onClick={reset}>
          {t('reload')}
        </Button>
      }
    />
  );
}
