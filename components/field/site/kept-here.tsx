import { Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** What is written is on this device already. */
export function KeptHere() {
  const t = useTranslations('field.site');
  return (
    <span className="flex items-center gap-1 text-sm text-ink-3">
      <Smartphone aria-hidden="true" className="size-4" />
      {t('keptHere')}
    </span>
  );
}
