import { notFound } from 'next/navigation';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ActButton } from '@/components/forms/act-button';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Recorder } from '@/components/satisfaction/recorder';
import { ResultCard } from '@/components/satisfaction/result-card';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { can } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { SURVEY_STATUS_LABELS } from '@/lib/domain/satisfaction/labels';
import { closeReasons } from '@/lib/domain/satisfaction/rules';
import { formatReason } from '@/lib/format/reason';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { surveyView } from '@/lib/server/satisfaction/queries';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata() {
  return { title: (await getTranslations('satisfaction'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const survey = await surveyView(reader, actor, id);
    return survey && { survey, rules: siteRulesOf(await rulebookOf(reader, survey.rulebookId)).satisfaction };
  });

/** The doors of a compound, at the door, at a meeting or on the telephone; once it is closed, its sums. */
export default async function SurveyPage({ params }: PageProps<'/satisfaction/[id]'>) {
  const actor = await pageActor('satisfaction.read');
  const where = paramsSchema.safeParse(await params);
  const found = where.success ? await read(actor, where.data.id) : null;
  if (!found) notFound();
  const { survey, rules } = found;
  const [t, locale, messages] = await Promise.all([getTranslations('satisfaction'), getLocale(), getMessages()]);
  const { id, version, status, answered, households, project } = survey;
  const isOpen = status === 'open';
  const decides = isOpen && can(actor.role, 'satisfaction.open');
  const against = closeReasons(survey, rules);
  const lacking = decides ? against.map((one) => formatReason(one, messages.reasons)) : [];
  return (
    <ClientMessages namespaces={['satisfaction']}>
      <PageHeader
        title={survey.compound.name}
        description={t('title')}
        crumbs={[{ label: t('back', { name: project.name }), href: `/projects/${project.id}/satisfaction` }]}
        marks={<Badge tone={isOpen ? 'accent' : 'neutral'}>{labelIn(SURVEY_STATUS_LABELS[status], locale)}</Badge>}
        more={
          decides && (
            <ReasonDialog
              title={t('cancelTitle')}
              action={t('cancelAction')}
              path={`/api/v1/satisfaction/${id}/cancel`}
              version={version}
              done={t('cancelled')}
              trigger={<Button size="sm">{t('cancelAction')}</Button>}
            />
          )
        }
        action={
          decides &&
          against.length === 0 && (
            <ActButton
              label={t('closeAction')}
              title={t('closeAction')}
              description={t('closeText')}
              path={`/api/v1/satisfaction/${id}/close`}
              version={version}
              done={t('closed')}
            />
          )
        }
      />
      <div className="space-y-4">
        {survey.cancelledReason && (
          <Banner tone="amber" title={t('cancelledWhy', { reason: survey.cancelledReason })} />
        )}
        <ResultCard survey={survey} answers={rules.answers} />
        <Card
          title={t(isOpen ? 'record' : 'rollTitle')}
          description={isOpen ? [t('hidden'), ...lacking].join(locale === 'en' ? ' ' : '') : undefined}
        >
          <div className="mb-4">
            <Progress
              label={t('title')}
              done={answered}
              total={households}
              tone={answered === households ? 'green' : 'accent'}
              text={t('answeredOf', { answered: String(answered), households: String(households) })}
            />
          </div>
          <Recorder
            surveyId={id}
            homes={survey.homes}
            answers={rules.answers}
            mayRecord={isOpen && can(actor.role, 'satisfaction.record')}
          />
        </Card>
        {survey.collectors.length > 0 && (
          <p className="text-sm text-ink-3">
            {t('collectors', {
              list: survey.collectors
                .map(({ name, recorded }) => t('collected', { name: name ?? '', count: String(recorded) }))
                .join('；'),
            })}
          </p>
        )}
      </div>
    </ClientMessages>
  );
}
