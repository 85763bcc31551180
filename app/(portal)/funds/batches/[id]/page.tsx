import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { BatchEditor } from '@/components/funds/batch-editor';
import { BatchLines } from '@/components/funds/batch-lines';
import { DiscardButton } from '@/components/funds/discard-button';
import { BatchDialog } from '@/components/funds/forms/batch-dialog';
import { FundTabs } from '@/components/funds/fund-tabs';
import { potName } from '@/components/funds/words';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { can } from '@/lib/domain/accounts/permissions';
import { batchMoney } from '@/lib/domain/funds/batches';
import { fundWords } from '@/lib/domain/funds/words';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { todayOf } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { batchCandidates } from '@/lib/server/funds/batch-candidates';
import { batchDetail } from '@/lib/server/funds/batch-rows';
import { pageActor } from '@/lib/server/gate';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('allocation.batches'))('title') };
}

const read = (actor: Actor, id: string, mayWrite: boolean) =>
  withReader(actor, async (reader) => {
    const batch = await batchDetail(reader, actor, id);
    const isOpen = mayWrite && batch?.status === 'draft';
    return {
      batch,
      isOpen,
      rulebook: (await rulebookInForce(reader)).rulebook,
      today: await todayOf(reader),
      counties: isOpen ? await counties(reader, actor) : [],
      candidates: isOpen ? await batchCandidates(reader, actor, id) : [],
    };
  });

export default async function BatchPage({ params }: PageProps<'/funds/batches/[id]'>) {
  const actor = await pageActor('fund.read');
  const where = paramsSchema.safeParse(await params);
  if (!where.success) notFound();
  const mayWrite = can(actor.role, 'fund.allocate');
  const [found, t, lines, common, locale] = await Promise.all([
    read(actor, where.data.id, mayWrite),
    getTranslations('allocation.batches'),
    getTranslations('allocation.lines'),
    getTranslations('allocation'),
    getLocale(),
  ]);
  const { batch, rulebook, today } = found;
  if (!batch) notFound();
  const words = fundWords(rulebook);
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  return (
    <ClientMessages namespaces={['annual', 'projects', 'allocation']}>
      <FundTabs active="batches" role={actor.role} />
      <PageHeader
        title={batch.title}
        crumbs={[{ label: t('title'), href: '/funds/batches' }, { label: batch.documentNo }]}
        marks={
          <StatusLight light={batch.status === 'draft' ? 'amber' : 'green'}>{t(`status.${batch.status}`)}</StatusLight>
        }
        description={[
          common('yearName', { year: String(batch.year) }),
          locale === 'en'
            ? `${batch.documentNo} (${day(batch.documentOn)})`
            : `${batch.documentNo}（${day(batch.documentOn)}）`,
          potName(words, batch, locale),
          yuanText(batch.total, locale),
        ].join(' · ')}
        more={
          <>
            <LinkButton href={`/api/v1/funds/batches/${batch.id}/docx`} download>
              {t('print')}
            </LinkButton>
            {found.isOpen && (
              <>
                <BatchDialog
                  key={batch.version}
                  year={batch.year}
                  words={words}
                  money={batchMoney(rulebook)}
                  today={today}
                  batch={batch}
                  trigger={<Button>{t('edit')}</Button>}
                />
                <DiscardButton batch={batch} />
              </>
            )}
          </>
        }
      />
      <Card title={lines('title')} description={lines('description')}>
        {found.isOpen ? (
          <BatchEditor key={batch.id} batch={batch} candidates={found.candidates} counties={found.counties} />
        ) : (
          <BatchLines batch={batch} today={today} mayReverse={mayWrite && batch.status === 'issued'} />
        )}
      </Card>
    </ClientMessages>
  );
}
