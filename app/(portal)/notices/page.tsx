import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listColumns } from '@/components/notices/list-columns';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { FilterSelect } from '@/components/ui/filter-select';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { today } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { NOTICE_KIND_LABELS, NOTICE_STATUS_LABELS } from '@/lib/domain/notices/labels';
import { noticeListQuery } from '@/lib/domain/notices/schema';
import { NOTICE_KINDS, NOTICE_STATUSES } from '@/lib/domain/notices/types';
import type { Actor } from '@/lib/server/actor';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { noticeList } from '@/lib/server/notices/queries';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const parsed = noticeListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : noticeListQuery.parse({});
  return withReader(actor, async (reader) => {
    const found = await noticeList(reader, actor, query);
    const list = found ?? (await noticeList(reader, actor, { ...query, cursor: undefined }));
    return { query, list, readable: parsed.success && found !== null };
  });
}

export default async function NoticesPage({ searchParams }: PageProps<'/notices'>) {
  const actor = await pageActor('notice.read');
  const params = await searchParams;
  const [{ query, list, readable }, now, t, locale] = await Promise.all([
    read(actor, params),
    databaseNow(),
    getTranslations('notices'),
    getLocale(),
  ]);
  const isFiltered = Boolean(query.kind || query.status || query.compound);
  const at = (changes: Params) => hrefWith('/notices', params, changes);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          can(actor.role, 'notice.write') && (
            <LinkButton href="/notices/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      {!readable && (
        <div className="mb-3">
          <Banner tone="amber" title={t('unreadable')} />
        </div>
      )}
      <Toolbar>
        <FilterSelect
          name="kind"
          label={t('allKinds')}
          options={NOTICE_KINDS.map((kind) => ({ value: kind, label: labelIn(NOTICE_KIND_LABELS[kind], locale) }))}
        />
        <FilterSelect
          name="status"
          label={t('allStatuses')}
          options={NOTICE_STATUSES.map((status) => ({
            value: status,
            label: labelIn(NOTICE_STATUS_LABELS[status], locale),
          }))}
        />
      </Toolbar>
      {query.compound && (
        <FilterChips
          chips={[
            { key: 'compound', label: t('ofCompound'), removeHref: at({ compound: undefined, cursor: undefined }) },
          ]}
          clearHref="/notices"
        />
      )}
      <MarkupTable
        caption={t('listCaption')}
        columns={listColumns({ t, locale, today: today(now), manyCounties: actor.level === 'prefecture' })}
        rows={list?.items ?? []}
        empty={
          <EmptyState
            title={t('empty')}
            description={t(isFiltered ? 'emptyFiltered' : 'emptyText')}
            action={isFiltered && <LinkButton href="/notices">{t('showAll')}</LinkButton>}
          />
        }
      />
      <Pagination
        total={list?.total ?? 0}
        firstHref={query.cursor ? at({ cursor: undefined }) : undefined}
        nextHref={list?.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
      />
    </>
  );
}
