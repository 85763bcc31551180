import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { NewNoticeForm } from '@/components/notices/new-notice-form';
import { PageHeader } from '@/components/ui/page-header';
import { kindsOf } from '@/lib/domain/notices/publishers';
import { NOTICE_KINDS } from '@/lib/domain/notices/types';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { noticeSubjects } from '@/lib/server/notices/subjects';

const querySchema = z.object({
  kind: z.enum(NOTICE_KINDS).optional().catch(undefined),
  compound: z.uuid().optional().catch(undefined),
  scheme: z.uuid().optional().catch(undefined),
  round: z.uuid().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('create.title') };
}

export default async function NewNoticePage({ searchParams }: PageProps<'/notices/new'>) {
  const actor = await pageActor('notice.write');
  const start = querySchema.parse(await searchParams);
  const [subjects, t] = await Promise.all([
    withReader(actor, (reader) => noticeSubjects(reader, actor)),
    getTranslations('notices'),
  ]);
  const isThere = (list: readonly { id: string }[], id: string | undefined) => list.some((one) => one.id === id);
  return (
    <ClientMessages namespaces={['notices']}>
      <PageHeader
        title={t('create.title')}
        description={t('create.description')}
        crumbs={[{ label: t('back'), href: '/notices' }, { label: t('create.title') }]}
      />
      <NewNoticeForm
        kinds={kindsOf(actor.role)}
        subjects={subjects}
        start={{
          kind: start.kind,
          compound: isThere(subjects.compounds, start.compound) ? start.compound : undefined,
          scheme: isThere(subjects.schemes, start.scheme) ? start.scheme : undefined,
          round: isThere(subjects.rounds, start.round) ? start.round : undefined,
        }}
      />
    </ClientMessages>
  );
}
