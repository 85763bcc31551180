import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { RulebookView } from '@/components/rulebook/rulebook-view';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import type { Actor } from '@/lib/server/actor';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { rulebookContent, rulebookVersions } from '@/lib/server/rulebook/queries';

const querySchema = z.object({ version: z.uuid().optional(), clause: z.string().max(80).optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rulebook'))('title') };
}

async function read(tx: Tx, actor: Actor, wanted: string | undefined) {
  const versions = await rulebookVersions(tx, actor);
  const version = wanted ? versions.find(({ id }) => id === wanted) : versions[0];
  return { versions, version, book: version && (await rulebookContent(tx, version.id)) };
}

/** The law of the field, to read. `?clause=` is where a 为什么? leads. */
export default async function RulebookPage({ searchParams }: PageProps<'/rulebook'>) {
  const actor = await pageActor('rulebook.read');
  const query = querySchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const found = await withActor(actor, (tx) => read(tx, actor, query.data.version));
  const [t, locale] = await Promise.all([getTranslations('rulebook'), getLocale()]);
  const { versions, version, book } = found;
  if (query.data.version && !version) notFound();
  if (!version || !book) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Card>
          <EmptyState title={t('none')} description={t('noneText')} />
        </Card>
      </>
    );
  }
  const years = version.years.join('、');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={[
          `《${book.title}》${book.code}（${book.version}）`,
          t('effective', { day: formatDate(calendarDateOf(version.effectiveFrom), locale) }),
          years ? t('usedBy', { years }) : t('unused'),
        ].join(' · ')}
        more={
          versions.length > 1 && (
            <FilterSelect
              name="version"
              label={t('version')}
              options={versions.map(({ id, code, version: name }) => ({
                value: id,
                label: t('versionName', { code, version: name }),
              }))}
            />
          )
        }
      />
      <RulebookView book={book} marked={query.data.clause} />
    </>
  );
}
