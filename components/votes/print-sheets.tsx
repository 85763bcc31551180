'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export function PrintSheets({ count }: { count: number }) {
  const t = useTranslations('papers.sheets');
  return (
    <Button variant="primary" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
      {t('print', { count })}
    </Button>
  );
}
