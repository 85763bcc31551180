import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import type { VerdictView } from '@/lib/domain/votes/answers';
import { ThresholdGauge } from './threshold-gauge';

type Props = { verdicts: readonly VerdictView[]; clauses: Readonly<Record<string, Clause>>; provisional: boolean };

/** The test that decides, as two gauges; the other legal tests beside it, small, each with its clause. */
export function VerdictsCard({ verdicts, clauses, provisional }: Props) {
  const t = useTranslations('votes.gauge');
  const locale = useLocale();
  const nameOf = ({ name, nameEn }: VerdictView) => (locale === 'en' ? nameEn : name);
  const why = ({ clause }: VerdictView) => {
    const known = clauses[clause];
    return known && <WhyPopover clauses={[known]} />;
  };
  const [deciding, ...others] = verdicts;
  if (!deciding) return null;
  return (
    <Card
      title={t('title')}
      description={provisional ? t('provisional') : undefined}
      action={
        <StatusLight light={deciding.passed ? 'green' : 'neutral'}>
          {t(deciding.passed ? 'passed' : 'failed')}
        </StatusLight>
      }
    >
      <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <Badge tone="accent">{t('deciding')}</Badge>
        {nameOf(deciding)}
        {why(deciding)}
      </p>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {deciding.measures.map((measure) => (
          <ThresholdGauge key={measure.of} measure={measure} />
        ))}
      </div>
      {others.length > 0 && (
        <details className="group mt-5 border-t border-line pt-3" open={!provisional}>
          <summary className="flex min-h-9 cursor-pointer items-start gap-2 text-sm text-ink-2 pointer-coarse:min-h-11">
            <ChevronDown
              aria-hidden="true"
              className="mt-0.5 size-4 shrink-0 transition-transform group-open:rotate-180"
            />
            <span className="min-w-0">
              {t('beside')}
              {others.map((verdict) => (
                <span key={verdict.test} className="flex flex-wrap gap-x-2 text-ink-3 group-open:hidden">
                  {nameOf(verdict)}
                  <StatusLight light={verdict.passed ? 'green' : 'neutral'}>
                    {t(verdict.passed ? 'passed' : 'failed')}
                  </StatusLight>
                </span>
              ))}
            </span>
          </summary>
          <div className="mt-3 space-y-5">
            {others.map((verdict) => (
              <section key={verdict.test}>
                <h3 className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-medium">
                  {nameOf(verdict)}
                  <StatusLight light={verdict.passed ? 'green' : 'neutral'}>
                    {t(verdict.passed ? 'passed' : 'failed')}
                  </StatusLight>
                  {why(verdict)}
                </h3>
                <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
                  {verdict.measures.map((measure) => (
                    <ThresholdGauge key={measure.of} measure={measure} compact />
                  ))}
                </div>
              </section>
            ))}
          </div>
        </details>
      )}
    </Card>
  );
}
