import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { useSeasonWords } from './season-words';

/** 今日得分 and 年度评价 of one county and year. */
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

/** 导出 of one county's review. */
export function CardDownloads({ card }: { card: ScorecardAnswer }) {
  const { t } = useSeasonWords();
  const { id, county, season, submitted } = card;
  const at = (rest: string) => `/api/v1/scorecards/${id}/${rest}`;
  return (
    <div className="no-print flex flex-wrap gap-2">
      <LinkButton size="sm" href={`/scorecards/${county.id}/print?year=${season.year}&form=all`}>
        {t('tabs.print')}
      </LinkButton>
      <LinkButton size="sm" href={at('annex?form=printed')} download>
        {t('downloads.annex')}
      </LinkButton>
      <LinkButton size="sm" href={at('annex-sheet?form=printed')} download>
        {t('downloads.annexSheet')}
      </LinkButton>
      {!submitted?.takenIn && (
        <LinkButton size="sm" href={at('report/docx')} download>
          {t('downloads.report')}
        </LinkButton>
      )}
      <LinkButton size="sm" href={at('proofs-package')} download>
        {t('downloads.package')}
      </LinkButton>
    </div>
  );
}
