'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink, textLinkStyle } from '@/components/ui/text-link';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { GridHome, OtherDwelling } from '@/lib/domain/votes/grid';
import { CHOICE_LABELS, DOOR_LABELS } from '@/lib/domain/votes/labels';
import { formatArea } from '@/lib/format/area';
import { formatDate } from '@/lib/format/date';
import { NONE } from '@/lib/format/number';
import { lookOf } from './cell-look';
import { gridHref } from './desk-round';
import { useLetters } from './facade-grid';

/** A body may own hundreds; the first tell where to look. */
const MOST_OTHERS = 12;

type Props = {
  roundId: string;
  home: GridHome;
  others: readonly OtherDwelling[];
  /** one of the same building stands behind this one already */
  onOpen: (id: string) => void;
};

/** How a household stands, and what the roll says of it. */
export function HomeStanding({ roundId, home, others, onOpen }: Props) {
  const t = useTranslations('voteGrid');
  const locale = useLocale();
  const letters = useLetters();
  const word = home.choice ? labelIn(CHOICE_LABELS[home.choice], locale) : t('notReturned');
  return (
    <section aria-label={t('sheet.standing')}>
      <div data-choice={lookOf(home.choice)} className="home-cell is-large mb-3">
        <span aria-hidden="true" className="home-letter">
          {letters[lookOf(home.choice)]}
        </span>
        <span className="text-lg font-semibold">{word}</span>
        <span className="ml-auto flex flex-wrap justify-end gap-1">
          {home.choice && !home.signs.includes('wrong') && (
            <Badge tone={home.checked ? 'accent' : 'neutral'}>{home.checked ? t('checked') : t('unchecked')}</Badge>
          )}
          {home.signs.map((sign) => (
            <Badge key={sign} tone="amber">
              {t(`signs.${sign}`)}
            </Badge>
          ))}
        </span>
      </div>
      <DefinitionList
        columns={2}
        items={[
          { term: t('sheet.area'), value: formatArea(home.area) },
          { term: t('sheet.owners'), value: home.owners.map(({ name }) => name).join('、') || NONE },
          { term: t('sheet.formNo'), value: home.formNo ?? t('sheet.noForm') },
          {
            term: t('sheet.door'),
            value: home.door
              ? [
                  labelIn(DOOR_LABELS[home.door], locale),
                  home.doorOn && formatDate(home.doorOn as CalendarDate, locale),
                  home.doorNote,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : NONE,
          },
        ]}
      />
      {others.length > 0 && (
        <div className="mt-3 rounded-md border border-line px-3 py-2 text-sm">
          <p className="font-medium">{t('sheet.others', { count: home.voterDwellings - 1 })}</p>
          <p className="text-ink-3">{t('sheet.othersText')}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {others.slice(0, MOST_OTHERS).map((other) => (
              <li key={other.id}>
                {other.buildingId === home.buildingId ? (
                  <button type="button" className={textLinkStyle} onClick={() => onOpen(other.id)}>
                    {other.where}
                  </button>
                ) : (
                  <TextLink href={gridHref(roundId, { home: other.id })}>{other.where}</TextLink>
                )}{' '}
                <span className="text-ink-3">
                  {other.choice ? labelIn(CHOICE_LABELS[other.choice], locale) : t('notReturned')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
