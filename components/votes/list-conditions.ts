import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
import type { Place } from '@/lib/domain/compounds/answers';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { RoundLine } from '@/lib/domain/votes/answers';
import { OUTCOME_LABELS, ROUND_LABELS, ROUND_STATUS_LABELS } from '@/lib/domain/votes/labels';
import type { RoundListQuery } from '@/lib/domain/votes/list-query';
import { chosenUnit } from '@/lib/format/unit-name';

interface Setting {
  t: ReturnType<typeof useTranslations<'votes'>>;
  locale: Locale;
  places: readonly Place[];
  /** what was found: it names the compound that the address asks for */
  items: readonly RoundLine[];
}

/** What the list is narrowed to, in words. */
export function roundConditions(query: RoundListQuery, { t, locale, places, items }: Setting): Condition[] {
  const { county, community, compound, round, status, outcome } = query;
  const place = (id: string | undefined) => id && chosenUnit(places, id, locale);
  const asked = {
    county: place(county),
    community: place(community),
    compound: compound && (items[0]?.compound.name ?? compound.slice(0, 8)),
    round: round && labelIn(ROUND_LABELS[round as 1 | 2], locale),
    status: status && (status === 'live' ? t('live') : labelIn(ROUND_STATUS_LABELS[status], locale)),
    outcome: outcome && labelIn(OUTCOME_LABELS[outcome], locale),
  };
  return Object.entries(asked).flatMap(([key, value]) =>
    value ? [{ key, name: t(`filters.${key as keyof typeof asked}`), value }] : [],
  );
}
