'use client';

import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import type { GridUnit } from '@/lib/domain/compounds/house';
import type { FieldHome } from '@/lib/domain/field/overlay';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS, DOOR_LABELS } from '@/lib/domain/votes/labels';
import { CHOICE_SHAPES, CHOICE_STYLES, MARK_SHAPES, MARK_STYLES, markOf } from './cell-look';
import { Shape } from './shape';
import { homeHref } from './use-hash';

/** A staircase as it stands: storeys from the top, a cell for each dwelling. */
export function UnitGrid({ roundId, unit }: { roundId: string; unit: GridUnit<FieldHome> }) {
  const t = useTranslations('field.grid');
  const { unitNo, storeys } = unit;
  const name = unitNo ? (isBareUnit(unitNo) ? t('unit', { unit: unitNo }) : unitNo) : t('noUnit');
  return (
    <section aria-label={name} className="rounded-lg border border-line bg-surface p-3">
      <h3 className="mb-2 text-sm font-medium">{name}</h3>
      <ul className="space-y-1.5">
        {storeys.map(({ storey, homes }) => (
          <li key={storey ?? 'none'} className="flex items-start gap-2">
            <span className="w-8 shrink-0 pt-4 text-right text-xs text-ink-3">
              {storey === null ? t('noStorey') : t('storey', { storey: String(storey) })}
            </span>
            <ul className="grid grow grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-1.5">
              {homes.map((home) => (
                <li key={home.id}>
                  <HomeCell roundId={roundId} home={home} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HomeCell({ roundId, home }: { roundId: string; home: FieldHome }) {
  const t = useTranslations('field.grid');
  const locale = useLocale();
  const mark = markOf(home);
  const look = home.choice ?? 'none';
  const word = home.choice ? labelIn(CHOICE_LABELS[home.choice], locale) : t('undecided');
  const door = !home.choice && home.door && home.door !== 'to_visit' ? labelIn(DOOR_LABELS[home.door], locale) : null;
  return (
    <a
      href={homeHref(roundId, home.id)}
      className={cn(
        'flex min-h-14 flex-col justify-center rounded-md border px-2 py-1 hover:border-accent',
        CHOICE_STYLES[look],
      )}
    >
      <span className="flex items-center justify-between gap-1">
        <span className="truncate font-semibold">{home.room}</span>
        {mark && (
          <>
            <Shape path={MARK_SHAPES[mark]} className={cn('size-4', MARK_STYLES[mark])} />
            <span className="sr-only">{t(mark)}</span>
          </>
        )}
      </span>
      <span className="flex items-center gap-1 text-xs">
        {home.choice && <Shape path={CHOICE_SHAPES[home.choice]} className="size-3.5" />}
        <span className={cn('truncate', !home.choice && 'text-ink-3')}>{door ?? word}</span>
      </span>
    </a>
  );
}
