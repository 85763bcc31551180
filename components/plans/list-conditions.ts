import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
import type { Place } from '@/lib/domain/compounds/answers';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { PlanLine } from '@/lib/domain/plans/answers';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import type { PlanListQuery } from '@/lib/domain/plans/schema';
import { chosenUnit } from '@/lib/format/unit-name';

interface Setting {
  t: ReturnType<typeof useTranslations<'plans'>>;
  locale: Locale;
  places: readonly Place[];
  /** what was found: it names the compound that the address asks for */
  items: readonly PlanLine[];
}

/** What the list is narrowed to, in words. */
export function planConditions(query: PlanListQuery, { t, locale, places, items }: Setting): Condition[] {
  const { county, subdistrict, community, compound, state, ready } = query;
  const place = (id: string | undefined) => id && chosenUnit(places, id, locale);
  const asked = {
    county: place(county),
    subdistrict: place(subdistrict),
    community: place(community),
    compound: compound && (items[0]?.compound.name ?? compound.slice(0, 8)),
    state: state && (state === 'none' ? t('noPlan') : labelIn(PLAN_STATUS_LABELS[state], locale)),
    ready: ready && t(ready === 'yes' ? 'votePassed' : 'voteNotPassed'),
  };
  return Object.entries(asked).flatMap(([key, value]) =>
    value ? [{ key, name: t(`filters.${key as keyof typeof asked}`), value }] : [],
  );
}
