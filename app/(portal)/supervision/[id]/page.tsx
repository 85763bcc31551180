import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CloseAct, ProlongAct, RemindAct, ReturnAct, WithdrawAct } from '@/components/supervision/acts';
import { AnswerDialog } from '@/components/supervision/answer-dialog';
import { NoticeView } from '@/components/supervision/notice-view';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { isLate } from '@/lib/domain/supervision/standing';
import { formatDate } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { supervisionDetail } from '@/lib/server/supervision/queries';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => ({
    notice: await supervisionDetail(reader, actor, id),
    today: calendarDateOf(await todayOf(reader)),
    rulebook: (await rulebookInForce(reader)).rulebook,
  }));

export default async function SupervisionNoticePage({ params }: PageProps<'/supervision/[id]'>) {
  const actor = await pageActor('supervision.read');
  const where = paramsSchema.safeParse(await params);
  if (!where.success) notFound();
  const [{ notice, today, rulebook }, t, locale] = await Promise.all([
    read(actor, where.data.id),
    getTranslations('supervision'),
    getLocale(),
  ]);
  if (!notice) notFound();
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const limitOn = calendarDateOf(notice.limitOn);
  const { id, version, title, awaits } = notice;
  const mayWrite = can(actor.role, 'supervision.write') && awaits !== null;
  const mayAnswer = can(actor.role, 'supervision.answer') && awaits === 'county';
  const seen = { id, version };
  const judges = awaits === 'prefecture' ? <CloseAct notice={seen} /> : <RemindAct notice={seen} />;
  const action = mayAnswer ? <AnswerDialog notice={{ ...seen, title }} today={today} /> : mayWrite && judges;
  const stages = rulebook.stages.map(({ number, name, nameEn }) => [number, locale === 'en' ? nameEn : name] as const);
  return (
    <ClientMessages namespaces={['supervision']}>
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: '/supervision' }, { label: notice.documentNo }]}
        marks={<StatusLight light={notice.light}>{t(`status.${notice.status}`)}</StatusLight>}
        description={t('issuedBy', {
          county: unitName(notice.county, locale),
          documentNo: notice.documentNo,
          day: day(notice.issuedOn),
        })}
        more={
          <>
            <LinkButton href={`/api/v1/supervision/${id}/docx`} download>
              {t('print')}
            </LinkButton>
            {mayWrite && <WithdrawAct notice={seen} />}
            {mayWrite && awaits === 'county' && <ProlongAct notice={seen} />}
            {mayWrite && awaits === 'prefecture' && (
              <ReturnAct notice={seen} stands={isLate({ limitOn, today }) ? null : day(limitOn)} />
            )}
          </>
        }
        action={action}
      />
      <NoticeView notice={notice} stages={Object.fromEntries(stages)} seesProjects={can(actor.role, 'project.read')} />
    </ClientMessages>
  );
}
