import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';

export function DemoBanner() {
  const t = useTranslations('frame');
  return (
    <section
      aria-label={t('demoLabel')}
      className="no-print flex items-center justify-center gap-2 border-b border-accent-line bg-accent-soft px-4 py-1 text-center text-xs text-accent-ink"
    >
      <FlaskConical aria-hidden="true" className="size-3.5 shrink-0" />
      <p>{t('demo')}</p>
    </section>
  );
}
