import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { type Step, Stepper } from '@/components/ui/stepper';
import type { Clause } from '@/components/ui/why-popover';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { StageAnswer } from '@/lib/domain/stages/answers';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { BackDialog } from './back-dialog';
import { NeedList } from './now-card';
import { StageState } from './stage-rail';
import { useStageWords } from './words';

type Props = { projectId: string; stage: StageAnswer; clauses: Record<string, Clause>; mayMend: boolean };

/** The four times of a stage (domain.md §5), as far as there are any. */
function useTimes(stage: StageAnswer): Definition[] {
  const t = useTranslations('stages.times');
  const locale = useLocale();
  const day = (text: string | null) => (text ? formatDate(calendarDateOf(text), locale) : null);
  const moment = (text: string | null) => (text ? formatDateTime(new Date(text), locale) : null);
  return [
    { term: t('statedOn'), value: day(stage.statedOn) },
    { term: t('actualOn'), value: day(stage.actualOn) },
    { term: t('receivedAt'), value: moment(stage.receivedAt) },
    { term: t('acceptedAt'), value: moment(stage.acceptedAt) },
    { term: t('completedBy'), value: stage.completedBy },
  ].filter(({ value }) => value !== null);
}

function stateOf({ taken }: StageAnswer['steps'][number], isNext: boolean): Step['state'] {
  return taken ? 'done' : isNext ? 'current' : 'todo';
}

/** One stage: its steps, its times, and all that it needs. */
export function StageCard({ projectId, stage, clauses, mayMend }: Props) {
  const t = useTranslations('stages');
  const { named } = useStageWords();
  const times = useTimes(stage);
  const missing = stage.conditions.filter(({ met }) => !met).length;
  return (
    <Card
      id={`stage-${stage.stage}`}
      className="scroll-mt-20"
      title={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span>
            <span className="mr-2 text-ink-3 tabular-nums">{stage.stage}</span>
            {named(stage)}
          </span>
          <StageState status={stage.status} />
          {stage.status === 'current' && missing > 0 && (
            <span className="text-sm text-amber-ink">{t('lacks', { count: String(missing) })}</span>
          )}
        </span>
      }
      action={
        stage.may.sendBack && (
          <BackDialog
            path={`/api/v1/projects/${projectId}/stages/${stage.stage}/send-back`}
            words={{
              button: t('sendBack'),
              title: t('sendBackTitle', { stage: String(stage.stage), name: named(stage) }),
              text: t('sendBackText'),
              done: t('sentBack'),
            }}
          />
        )
      }
    >
      <div className="space-y-4">
        {stage.steps.length > 1 && (
          <Stepper
            steps={stage.steps.map((step) => ({
              key: step.code,
              label: named(step),
              state: stateOf(step, step.code === stage.step),
            }))}
          />
        )}
        {times.length > 0 && <DefinitionList items={times} columns={5} />}
        {stage.status === 'current' && <NeedList {...{ stage, clauses, mayMend }} />}
        {stage.status === 'waiting' && (
          <details className="text-sm">
            <summary className="cursor-pointer text-ink-3">
              {t('toCome', { count: String(stage.conditions.length) })}
            </summary>
            <div className="mt-3">
              <NeedList {...{ stage, clauses, mayMend }} />
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}
