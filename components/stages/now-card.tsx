import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { ConditionList } from '@/components/ui/condition-list';
import { TextLink } from '@/components/ui/text-link';
import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import type { StageAnswer } from '@/lib/domain/stages/answers';
import { BackDialog } from './back-dialog';
import { TakeStep } from './take-step';
import { useStageWords } from './words';

type Props = {
  projectId: string;
  stage: StageAnswer;
  today: string;
  clauses: Record<string, Clause>;
  /** whether this reader is shown where it is put right */
  mayMend: boolean;
};

/** The step that is next: by whom, what it still lacks and where that is put right, and the step itself. */
export function NowCard({ projectId, stage, today, clauses, mayMend }: Props) {
  const t = useTranslations('stages');
  const words = useTranslations('ui.conditions');
  const { named, roles, sentence } = useStageWords();
  const step = stage.steps.find(({ code }) => code === stage.step);
  if (!step) return null;
  const returnsTo = stage.steps.find(({ code }) => code === step.returnsTo);
  const placeOf = new Map(
    stage.conditions.flatMap(({ unmet }) => unmet.map(({ reason, href }) => [sentence(reason), href])),
  );
  const ready = stage.against.length === 0;
  const path = `/api/v1/projects/${projectId}/stages/${stage.stage}/steps/${step.code}/return`;
  return (
    <Card id="next" title={t('now', { step: named(step) })} description={t('nowText', { who: roles(step.by) })}>
      {ready ? (
        <p className="mb-4 text-sm text-green-ink">{t('ready')}</p>
      ) : (
        <ul className="mb-4 list-disc space-y-1.5 pl-5 text-sm text-ink-2 marker:text-amber">
          {stage.against.map((reason) => {
            const said = sentence(reason);
            const href = placeOf.get(said);
            return (
              <li key={`${reason.code}${JSON.stringify(reason.params)}`}>
                {said} {mayMend && href && <TextLink href={href}>{words('mend')}</TextLink>}
              </li>
            );
          })}
        </ul>
      )}
      {stage.may.step ? (
        <div className="space-y-2">
          <TakeStep
            projectId={projectId}
            stage={stage.stage}
            step={{ code: step.code, name: named(step) }}
            today={today}
            ready={ready}
          />
          {stage.may.return && returnsTo && (
            <BackDialog
              path={path}
              words={{
                button: t('giveBack'),
                title: t('giveBackTitle', { step: named(returnsTo) }),
                text: t('giveBackText'),
                done: t('givenBack'),
              }}
            />
          )}
        </div>
      ) : (
        <p className="text-sm text-ink-3">{t('waitsFor', { who: roles(step.by) })}</p>
      )}
      {clauses[step.clause] && (
        <div className="mt-3">
          <WhyPopover clauses={[clauses[step.clause] as Clause]} />
        </div>
      )}
    </Card>
  );
}

/** The needs of a stage, each met or with all that it lacks, and its clause. What the step that is next lacks is said beside it (NowCard). */
export function NeedList({ stage, clauses, mayMend }: Pick<Props, 'stage' | 'clauses' | 'mayMend'>) {
  const { named, sentence } = useStageWords();
  const isSaid = new Set(stage.against.map(sentence));
  return (
    <ConditionList
      conditions={stage.conditions.map(({ need, met, unmet, clause, name, nameEn }) => {
        const why = clauses[clause];
        return {
          ...{ key: need, title: named({ name, nameEn }), met },
          lines: unmet
            .map(({ reason, href }) => ({ sentence: sentence(reason), href: mayMend ? href : undefined }))
            .filter((line) => !isSaid.has(line.sentence)),
          aside: why && <WhyPopover clauses={[why]} />,
        };
      })}
    />
  );
}
