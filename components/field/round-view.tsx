'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { gridOf } from '@/lib/domain/compounds/house';
import { buildingsOf } from '@/lib/domain/field/grid';
import { homesNow } from '@/lib/domain/field/overlay';
import type { TakenRound } from '@/lib/domain/field/types';
import { Gauges } from './gauges';
import { GridKey } from './grid-key';
import { HomeSheet } from './home-sheet';
import { UnitGrid } from './unit-grid';
import { roundHref, showInstead } from './use-hash';

type Props = { field: Field; facts: FieldFacts; round: TakenRound | undefined; homeId: string | null };

/** One round at the doors: thresholds, then the houses as they stand; a tap on a dwelling records it. */
export function RoundView({ field, facts, round, homeId }: Props) {
  const t = useTranslations('field.grid');
  const [chosen, setChosen] = useState<string>();
  const [onlyLeft, setOnlyLeft] = useState(false);
  const homes = useMemo(() => (round ? homesNow(round, facts.records) : []), [round, facts.records]);
  const buildings = useMemo(() => buildingsOf(homes), [homes]);
  if (!round?.package) return <EmptyState title={t('gone')} description={t('goneText')} />;

  const home = homes.find(({ id }) => id === homeId);
  const shown = buildings.find(({ id }) => id === (chosen ?? home?.buildingId)) ?? buildings[0];
  const inside =
    shown?.homes.filter(({ choice, record }) => !onlyLeft || !choice || record?.state.is === 'refused') ?? [];
  return (
    <div className="space-y-4">
      <div className="sticky top-14 z-20 -mx-3 -mt-4 border-b border-line bg-canvas/95 px-3 py-2 backdrop-blur-sm">
        <Gauges slim taken={round.package} homes={homes} />
      </div>
      <nav aria-label={t('buildings')} className="-mx-3 overflow-x-auto px-3">
        <ul className="flex gap-2 pb-1">
          {buildings.map((building) => (
            <li key={building.id}>
              <button
                type="button"
                aria-pressed={building.id === shown?.id}
                onClick={() => setChosen(building.id)}
                className={cn(
                  'min-h-12 rounded-lg border px-3 text-left whitespace-nowrap transition-colors',
                  building.id === shown?.id
                    ? 'border-accent bg-accent-soft text-accent-ink'
                    : 'border-line-strong bg-surface hover:bg-hover',
                )}
              >
                <span className="block text-sm font-medium">{building.name}</span>
                <span className="block text-xs text-ink-3">{t('left', { count: building.left })}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Checkbox label={t('only')} checked={onlyLeft} onChange={(event) => setOnlyLeft(event.target.checked)} />
        <GridKey />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {gridOf(inside).map((unit) => (
          <UnitGrid key={unit.unitNo} roundId={round.id} unit={unit} />
        ))}
      </div>
      {inside.length === 0 && <p className="py-8 text-center text-sm text-ink-3">{t('left', { count: 0 })}</p>}
      {home && (
        <HomeSheet
          key={`${home.id} ${home.record?.id}`}
          field={field}
          round={round}
          taken={round.package}
          home={home}
          onClose={() => showInstead(roundHref(round.id))}
        />
      )}
    </div>
  );
}
