import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { Gap } from '@/lib/domain/compounds/readiness';
import type { Reason } from '@/lib/domain/kernel/result';
import { hrefOfGap } from './gap-href';

const TONES = { blocking: 'red', missing: 'amber', check: 'neutral' } as const;

type Props = {
  compoundId: string;
  gaps: readonly Gap[];
  mayFill: boolean;
  say: (reason: Reason) => string;
};

/** What the survey still asks for, each with a link to the very field. */
export function GapsCard({ compoundId, gaps, mayFill, say }: Props) {
  const t = useTranslations('compounds');
  return (
    <Card
      id="gaps"
      title={t('sections.gaps')}
      description={gaps.length > 0 ? t('gaps.count', { count: gaps.length }) : undefined}
    >
      {gaps.length === 0 && <p className="text-sm text-ink-2">{t('gaps.none')}</p>}
      <ul className="divide-y divide-line text-sm">
        {gaps.map((gap) => (
          <li key={gap.code} className="flex items-baseline justify-between gap-3 py-1.5">
            <span className="min-w-0">
              <Badge tone={TONES[gap.severity]} className="mr-2">
                {t(`gaps.${gap.severity}`)}
              </Badge>
              {say(gap)}
            </span>
            {mayFill && (
              <TextLink href={hrefOfGap(compoundId, gap.field)} className="no-print shrink-0">
                {t('gaps.fill')}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
