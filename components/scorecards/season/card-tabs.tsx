import { LinkTabs } from '@/components/ui/link-tabs';
import { useSeasonWords } from './season-words';

/** 今日得分 and 年度考核 of one county and year. */
export function CardTabs({ county, year, active }: { county: string; year: number; active: 'live' | 'season' }) {
  const { t } = useSeasonWords();
  const at = (rest: string) => `/scorecards/${county}${rest}?year=${year}`;
  return (
    <LinkTabs
      label={t('tabs.label')}
      active={active}
      tabs={[
        { key: 'live', label: t('tabs.live'), href: at('') },
        { key: 'season', label: t('tabs.season'), href: at('/season') },
      ]}
    />
  );
}
