'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { HouseholdRow } from '@/lib/domain/compounds/answers';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import type { GridUnit } from '@/lib/domain/compounds/house';
import { formatAreaNumber } from '@/lib/format/area';

type Props = { units: readonly GridUnit<HouseholdRow>[]; onOpen: (home: HouseholdRow) => void };

const isComplete = (home: HouseholdRow) => home.exclusiveArea !== null && home.owners.length > 0;

/** The house as it stands: units side by side, storeys from the top, a cell for each dwelling. */
export function BuildingGrid({ units, onOpen }: Props) {
  const t = useTranslations('compounds.household');
  const unitName = (unit: string) => (unit ? (isBareUnit(unit) ? t('unitOf', { unit }) : unit) : t('noUnit'));
  return (
    <div className="scroll-sign relative flex gap-6 overflow-x-auto pb-1 print:flex-wrap print:overflow-visible">
      {units.map(({ unitNo, storeys }) => (
        <section key={unitNo} aria-label={unitName(unitNo)} className="avoid-break shrink-0">
          <h3 className="mb-1.5 text-sm font-medium">{unitName(unitNo)}</h3>
          <ul className="space-y-1.5">
            {storeys.map(({ storey, homes: row }) => (
              <li key={storey ?? 'none'} className="flex items-center gap-1.5 max-sm:gap-1">
                <span className="w-11 shrink-0 text-right max-sm:w-8 print:w-8 text-xs text-ink-3">
                  {storey === null ? t('noStorey') : t('storeyOf', { storey: String(storey) })}
                </span>
                {row.map((home) => (
                  <button
                    key={home.id}
                    type="button"
                    onClick={() => onOpen(home)}
                    className={cn(
                      'min-h-12 w-24 rounded-md border px-2 py-1 max-sm:w-17 max-sm:px-1.5 print:w-17 print:px-1.5 text-left text-sm transition-colors hover:border-accent hover:bg-accent-soft',
                      isComplete(home) ? 'border-line-strong bg-surface' : 'border-amber-line bg-amber-soft',
                    )}
                  >
                    <span className="flex items-center justify-between gap-1 font-medium">
                      {home.room}
                      {!isComplete(home) && <TriangleAlert aria-hidden="true" className="size-3.5 text-amber" />}
                    </span>
                    <span className="block truncate text-xs text-ink-3 max-sm:whitespace-normal print:whitespace-normal">
                      {home.exclusiveArea ? (
                        <>
                          {formatAreaNumber(home.exclusiveArea)}
                          <span className="sr-only"> ㎡</span>
                        </>
                      ) : (
                        <>
                          <span aria-hidden="true">—</span>
                          <span className="sr-only">{t('noArea')}</span>
                        </>
                      )}
                      {home.owners[0] ? ` · ${home.owners[0].name}` : <span className="sr-only"> {t('noOwner')}</span>}
                      <span className="sr-only">{home.owners.slice(1).map((owner) => ` ${owner.name}`)}</span>
                    </span>
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
