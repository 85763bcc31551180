import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CountyFilter } from '@/components/gongshi/county-filter';
import { NoticeList } from '@/components/gongshi/notice-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { hrefWith } from '@/components/ui/url';
import { unitName } from '@/lib/format/unit-name';
import { countiesForResidents, noticesForResidents } from '@/lib/server/notices/residents';

const querySchema = z.object({
  county: z.string().max(20).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gongshi'))('title') };
}

/** Everything that was published, newest first. */
export default async function PublicNoticesPage({ searchParams }: PageProps<'/gongshi'>) {
  const { county: asked, page } = querySchema.parse(await searchParams);
  const [counties, t, locale] = await Promise.all([countiesForResidents(), getTranslations('gongshi'), getLocale()]);
  const county = counties.find(({ code }) => code === asked)?.code ?? null;
  const { items, hasNext } = await noticesForResidents(county, page);
  const at = (number: number) =>
    hrefWith('/gongshi', { county: county ?? undefined, page: number > 1 ? String(number) : undefined });
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CountyFilter
        counties={counties.map((one) => ({ code: one.code, name: unitName(one, locale) }))}
        chosen={county}
      />
      <NoticeList
        items={items.map((notice) => ({
          ...notice,
          county: unitName({ name: notice.county, nameEn: notice.countyEn }, locale),
        }))}
      />
      {(page > 1 || hasNext) && (
        <nav aria-label={t('pages')} className="no-print mt-4 flex items-center justify-center gap-4 text-sm">
          {page > 1 && <LinkButton href={at(page - 1)}>{t('newer')}</LinkButton>}
          <span>{t('page', { page: String(page) })}</span>
          {hasNext && <LinkButton href={at(page + 1)}>{t('older')}</LinkButton>}
        </nav>
      )}
    </>
  );
}
