import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { StagesAnswer } from '@/lib/domain/stages/answers';
import { groupThousands } from '@/lib/format/number';
import { useStageWords } from './words';

type PermitsProps = { projectId: string; permits: StagesAnswer['permits']; mayMend: boolean };

/** P四(三)3: which permits the project needs, and why. */
export function PermitsCard({ projectId, permits, mayMend }: PermitsProps) {
  const t = useTranslations('stages.permits');
  const { names } = useStageWords();
  const { green, touched, unknown, needed, spared } = permits;
  return (
    <Card title={t('title')}>
      <p className="text-sm text-ink-2">
        {green
          ? t('green', { spared: names(spared) })
          : unknown.length > 0
            ? t('unknown', { unknown: names(unknown) })
            : t('needed', { needed: names(needed), touched: names(touched) })}{' '}
        {mayMend && unknown.length > 0 && <TextLink href={`/projects/${projectId}#permits`}>{t('mend')}</TextLink>}
      </p>
    </Card>
  );
}

/** 重新征求意见? A vote is bound to what was published. */
export function ChangesCard({ changes, tolerance }: { changes: StagesAnswer['changes']; tolerance: number }) {
  const t = useTranslations('stages.changes');
  if (changes.length === 0) return null;
  const isBeyond = changes.some(({ beyond }) => beyond);
  const shown = (what: string, text: string) => (what === 'design' ? text : groupThousands(text));
  return (
    <Card title={t('title')} description={t(isBeyond ? 'text' : 'within', { tolerance: String(tolerance) })}>
      <ul className="space-y-2 text-sm">
        {changes.map(({ what, voted, now, percent, beyond }) => (
          <li key={what} className="flex items-start justify-between gap-3">
            <span>{t(what, { voted: shown(what, voted), now: shown(what, now), percent: percent ?? t('none') })}</span>
            <StatusLight light={beyond ? 'amber' : 'green'}>{t(beyond ? 'beyond' : 'inside')}</StatusLight>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function ContradictionsCard({ contradictions }: Pick<StagesAnswer, 'contradictions'>) {
  const t = useTranslations('stages.contradictions');
  const { sentence } = useStageWords();
  if (contradictions.length === 0) return null;
  return (
    <Card
      title={
        <span className="inline-flex items-center gap-2 text-amber-ink">
          <TriangleAlert aria-hidden="true" className="size-4" />
          {t('title')}
        </span>
      }
      description={t('text')}
    >
      <ul className="space-y-2 text-sm">
        {contradictions.map(({ reason, href }) => (
          <li key={`${reason.code}${href}`}>
            {sentence(reason)} <TextLink href={href}>{t('look')}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
