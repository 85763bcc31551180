import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { DraftForm } from '@/components/notices/draft-form';
import { FactsCard } from '@/components/notices/facts-card';
import { STATUS_TONES } from '@/components/notices/list-columns';
import { CompleteNotice, WithdrawNotice } from '@/components/notices/notice-actions';
import { NoticeDocument } from '@/components/notices/notice-document';
import { ObjectionsCard } from '@/components/notices/objections-card';
import { PhotosCard } from '@/components/notices/photos-card';
import { PublicPageCard } from '@/components/notices/public-page-card';
import { StepsCard } from '@/components/notices/steps-card';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { completable } from '@/lib/domain/notices/complete';
import { NOTICE_KIND_LABELS, NOTICE_STATUS_LABELS } from '@/lib/domain/notices/labels';
import { mayPublish } from '@/lib/domain/notices/publishers';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { env } from '@/lib/server/env';
import { pageActor } from '@/lib/server/gate';
import { noticeText } from '@/lib/server/notices/notice-text';
import { noticeView } from '@/lib/server/notices/queries';
import { noticeSubjects } from '@/lib/server/notices/subjects';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata() {
  return { title: (await getTranslations('notices'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const notice = await noticeView(reader, actor, id);
    if (!notice) return null;
    const isEdited = notice.status === 'draft' && mayPublish(actor.role, notice.kind);
    const picked = isEdited && notice.kind === 'list' ? await noticeSubjects(reader, actor) : null;
    return { notice, isEdited, compounds: picked?.compounds ?? null };
  });

/** Where residents reach it, if they can. */
function publicAddress(id: string): string | null {
  const base = env().ANJU_PUBLIC_URL;
  return base ? new URL(`/gongshi/${id}`, base).toString() : null;
}

export default async function NoticePage({ params }: PageProps<'/notices/[id]'>) {
  const actor = await pageActor('notice.read');
  const where = paramsSchema.safeParse(await params);
  const found = where.success ? await read(actor, where.data.id) : null;
  if (!found) notFound();
  const { notice, isEdited, compounds } = found;
  const [t, locale] = await Promise.all([getTranslations('notices'), getLocale()]);
  // what was said of a county's list, and its photos, are the county's: row security shows them to nobody below
  const isWhole = notice.kind !== 'list' || actor.level === 'county' || actor.level === 'prefecture';
  const mayWrite = can(actor.role, 'notice.write') && isWhole;
  const isPublisher = mayPublish(actor.role, notice.kind);
  const isPublished = notice.status === 'published';
  const facts = { ...notice, endsOn: notice.endsOn as CalendarDate | null };
  const isComplete = completable(facts, notice.today as CalendarDate).ok;
  return (
    <ClientMessages namespaces={['notices', 'voteGrid']}>
      <div className="no-print">
        <PageHeader
          title={notice.title}
          crumbs={[{ label: t('back'), href: '/notices' }]}
          marks={
            <>
              <Badge tone={STATUS_TONES[notice.status]}>{labelIn(NOTICE_STATUS_LABELS[notice.status], locale)}</Badge>
              <Badge>{labelIn(NOTICE_KIND_LABELS[notice.kind], locale)}</Badge>
            </>
          }
          more={isPublisher && (isEdited || isPublished) && <WithdrawNotice notice={notice} />}
          action={isPublisher && isComplete && <CompleteNotice notice={notice} />}
        />
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-4">
          {isEdited && <DraftForm key={notice.version} notice={notice} compounds={compounds} />}
          <Card
            title={<span className="no-print">{t(notice.status === 'draft' ? 'preview' : 'document')}</span>}
            className="print:border-0 print:shadow-none"
          >
            <NoticeDocument notice={noticeText(notice)} heading="h2" />
          </Card>
          {notice.status !== 'draft' && isWhole && (
            <>
              {can(actor.role, 'register.read') && (
                <ObjectionsCard
                  noticeId={notice.id}
                  roundId={notice.kind === 'result' ? notice.roundId : null}
                  objections={notice.objections}
                  rights={{
                    enter: mayWrite && isPublished,
                    answer: isPublisher,
                    reveal: can(actor.role, 'personal.reveal'),
                  }}
                />
              )}
              <PhotosCard notice={notice} mayAdd={mayWrite && isPublished && can(actor.role, 'file.upload')} />
            </>
          )}
        </div>
        <div className="min-w-0 space-y-4">
          {isWhole && <StepsCard notice={notice} />}
          <FactsCard notice={notice} />
          <PublicPageCard notice={notice} address={publicAddress(notice.id)} />
        </div>
      </div>
    </ClientMessages>
  );
}
