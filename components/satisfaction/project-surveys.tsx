'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { labelIn } from '@/lib/domain/kernel/label';
import type { SurveyHead, ProjectSurveys as Surveys } from '@/lib/domain/satisfaction/answers';
import { SURVEY_STATUS_LABELS } from '@/lib/domain/satisfaction/labels';
import { formatPercent } from '@/lib/format/percent';

type Item = Surveys['items'][number];
type Props = { projectId: string; items: readonly Item[]; fromStage: number; mayOpen: boolean; mayRecord: boolean };

/** Each compound of the project, with its survey or the button that begins it. */
export function ProjectSurveys({ projectId, items, fromStage, mayOpen, mayRecord }: Props) {
  const t = useTranslations('satisfaction');
  const locale = useLocale();
  return (
    <Card title={t('title')} description={t('projectText', { stage: String(fromStage) })}>
      <ul className="divide-y divide-line">
        {items.map(({ compound, households, survey }) => (
          <li key={compound.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium">{compound.name}</p>
              <p className="mt-0.5 flex flex-wrap items-center gap-2 text-sm text-ink-3">
                {survey ? (
                  <Badge tone={survey.status === 'open' ? 'accent' : 'neutral'}>
                    {labelIn(SURVEY_STATUS_LABELS[survey.status], locale)}
                  </Badge>
                ) : (
                  t('notHeld')
                )}
                {survey &&
                  t('answeredOf', { answered: String(survey.answered), households: String(survey.households) })}
                {survey?.satisfied != null && (
                  <span className="font-medium text-ink">
                    {t('resultShare')} {formatPercent(survey.satisfied, survey.households)}
                  </span>
                )}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              {survey && (
                <LinkButton
                  href={`/satisfaction/${survey.id}`}
                  variant={survey.status === 'open' ? 'primary' : undefined}
                >
                  {t(survey.status === 'open' && mayRecord ? 'record' : 'see')}
                </LinkButton>
              )}
              {mayOpen && (!survey || survey.status === 'cancelled') && (
                <OpenSurvey projectId={projectId} compound={compound} households={households} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OpenSurvey({
  projectId,
  compound,
  households,
}: Pick<Item, 'compound' | 'households'> & { projectId: string }) {
  const t = useTranslations('satisfaction');
  const router = useRouter();
  const { act, problem } = useAct<SurveyHead>(() => router.refresh());
  return (
    <ConfirmDialog
      title={t('openTitle', { name: compound.name })}
      description={t('openText', { count: String(households) })}
      confirmLabel={t('openAction')}
      errors={problem && sentencesOf(problem)}
      trigger={<Button>{t('openAction')}</Button>}
      onConfirm={async () => {
        const made = await act('POST', `/api/v1/projects/${projectId}/satisfaction`, {
          body: { compoundId: compound.id },
        });
        if (!made) return false;
        toast(t('opened'));
        router.refresh();
        return true;
      }}
    />
  );
}
