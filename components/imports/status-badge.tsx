import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { ImportStatus } from '@/lib/domain/imports/answers';

const TONES: Record<ImportStatus, Tone> = {
  uploaded: 'neutral',
  reading: 'accent',
  mapping: 'amber',
  previewed: 'amber',
  refused: 'red',
  applying: 'accent',
  applied: 'green',
  undone: 'neutral',
  cancelled: 'neutral',
  failed: 'red',
};

export function StatusBadge({ status }: { status: ImportStatus }) {
  const t = useTranslations('imports.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
