import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { StatusLight } from '@/components/ui/status-light';
import type { NewsCounts } from '@/lib/domain/news/schema';
import type { NewsRules } from '@/lib/domain/rulebook/schema-news';
import { unitName } from '@/lib/format/unit-name';

type Props = { year: number; counts: readonly NewsCounts[]; criteria: NewsRules['criteria'] };

/** What the filed news comes to in the criteria of 新闻宣传, county by county. */
export function ScoreCard({ year, counts, criteria }: Props) {
  const t = useTranslations('news.score');
  const locale = useLocale();
  return (
    <Card title={t('title', { year: String(year) })} description={t('text')} flush>
      <DataTable
        caption={t('title', { year: String(year) })}
        rows={counts}
        rowKey={({ county }) => county.id}
        empty={null}
        columns={[
          {
            key: 'county',
            header: t('county'),
            primary: true,
            className: 'whitespace-nowrap',
            cell: ({ county }) => unitName(county, locale),
          },
          ...criteria.map(({ code, name, nameEn }) => ({
            key: code,
            header: locale === 'en' ? nameEn : name,
            cell: (row: NewsCounts) => {
              const one = row.criteria.find((found) => found.code === code);
              if (!one) return '';
              const { found, atLeast, met } = one;
              return (
                <>
                  <StatusLight light={met ? 'green' : 'neutral'}>
                    {met ? t('met') : t('short', { count: atLeast - found })}
                  </StatusLight>
                  <span className="block text-xs text-ink-3">{t('found', { found, atLeast })}</span>
                </>
              );
            },
          })),
        ]}
      />
    </Card>
  );
}
