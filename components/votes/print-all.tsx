'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { sentencesOf } from '@/lib/client/api';
import { usePrint } from './use-print';

/** For every household that has no good form. */
export function PrintAll({ roundId, count }: { roundId: string; count: number }) {
  const t = useTranslations('papers');
  const { print, busy, problem } = usePrint(roundId);
  return (
    <>
      {problem && <Banner tone="red" title={problem.title} list={sentencesOf(problem)} live />}
      <Button variant="primary" icon={<Printer aria-hidden="true" />} busy={busy} onClick={() => void print({})}>
        {t('printAll', { count })}
      </Button>
    </>
  );
}
