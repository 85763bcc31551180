import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import { labelIn } from '@/lib/domain/kernel/label';
import { percentText } from '@/lib/domain/progress/percent';
import type { LightAnswer } from '@/lib/domain/warnings/answers';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { SHAPES, useLightWords } from './light-words';
import { ProgressLine } from './progress-line';
import { ReasonList } from './reason-list';

type Props = {
  name: string;
  light: LightAnswer;
  clauses: Record<string, Clause>;
  forecastClause: Clause | undefined;
  /** may open the list of all */
  mayOpen: boolean;
};

/** A gain may be a loss: −2.5. */
const points = (basisPoints: number): string =>
  basisPoints < 0 ? `−${percentText(-basisPoints)}` : percentText(basisPoints);

/** The light of a project, why, and when it will be complete as the reports have it. */
export function LightCard({ name, light, clauses, forecastClause, mayOpen }: Props) {
  const { t, day, forecast, locale } = useLightWords();
  const { date, range } = forecast(light.forecast);
  const how =
    light.forecast.kind === 'projected'
      ? t('card.howText', {
          from: day(light.forecast.from),
          gains: light.forecast.gains.map(points).join(locale === 'en' ? ', ' : '、'),
          pace: percentText(Math.floor(light.forecast.twicePace / 2)),
        })
      : undefined;
  return (
    <Card
      id="light"
      title={t('card.title')}
      action={
        mayOpen && (
          <TextLink href={`/watch?light=${light.light === 'none' ? 'red' : light.light}`}>{t('card.list')}</TextLink>
        )
      }
    >
      <div className="space-y-3">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <StatusLight light={SHAPES[light.light]} className="text-base font-semibold">
            {labelIn(LIGHT_LABELS[light.light], locale)}
          </StatusLight>
          <span className="text-sm text-ink-3">{t('since', { day: day(light.since) })}</span>
          {light.late && <span className="text-sm text-amber-ink">{t('late')}</span>}
        </p>
        <ReasonList reasons={light.reasons} clauses={clauses} />
        <ProgressLine label={t('progressOf', { name })} percent={light.percent} expected={light.expected} />
        <DefinitionList
          columns={2}
          items={[
            { term: t('card.startBy'), value: day(light.startBy) },
            { term: t('card.completeBy'), value: day(light.completeBy) },
            {
              wide: true,
              term: t('forecast'),
              value: (
                <span>
                  {date && <span className="font-medium">{date}</span>}
                  <span className="text-ink-3">{range}</span>
                </span>
              ),
            },
          ]}
        />
        {forecastClause && <WhyPopover finding={how} clauses={[forecastClause]} label={t('card.how')} />}
      </div>
    </Card>
  );
}
