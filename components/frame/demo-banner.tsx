import * as flaskConical from 'lucide-react/icons/flask-conical';
import { useTranslations } from 'next-intl';
import { drawing, Glyph } from '@/components/ui/glyph';

const FLASK = drawing(flaskConical);

export function DemoBanner() {
  const t = useTranslations('frame');
  return (
    <section
      aria-label={t('demoLabel')}
      className="no-print flex items-center justify-center gap-2 border-b border-accent-line bg-accent-soft px-4 py-1 text-center text-xs text-accent-ink"
    >
      <Glyph of={FLASK} className="size-3.5 shrink-0" />
      <p>{t('demo')}</p>
    </section>
  );
}
