// biome-ignore-all lint/a11y/useSemanticElements: a house is no table: its staircases are groups of rows that stand side by side
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, one of them at a time
'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import type { Facade } from '@/components/buildings/facade';
import { cn } from '@/components/ui/cn';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import { labelIn } from '@/lib/domain/kernel/label';
import type { GridHome } from '@/lib/domain/votes/grid';
import { CHOICE_LABELS, DOOR_LABELS } from '@/lib/domain/votes/labels';
import type { Choice } from '@/lib/domain/votes/types';
import { formatAreaNumber } from '@/lib/format/area';
import type { CellState } from './cell-look';
import './facade.css';
import { HomeCell } from './home-cell';
import { MarkSprite } from './mark';
import type { Choosing } from './use-choosing';
import { useFinger } from './use-finger';
import { homeAt, useMouse } from './use-mouse';

/** From so many households on a building is drawn closer. */
const TOWER = 160;

type Props = {
  label: string;
  facade: Facade<GridHome>;
  choosing: Choosing;
  mayChoose: boolean;
  isShown: (home: GridHome) => boolean;
  stateOf: (id: string) => CellState;
  onOpen: (id: string) => void;
};

/** The building as it stands: staircases side by side, storeys from the top, a cell for each household. */
export function FacadeGrid({ label, facade, choosing, mayChoose, isShown, stateOf, onOpen }: Props) {
  const t = useTranslations('voteGrid');
  const house = useRef<HTMLDivElement>(null);
  const onTap = useFinger({ house, choosing, mayChoose, onOpen });
  const { box, handlers } = useMouse({ choosing, mayChoose, onOpen });
  const letters = useLetters();
  const wordsOf = useWords();
  const unitName = (unit: string) => (unit ? (isBareUnit(unit) ? t('unitOf', { unit }) : unit) : t('noUnit'));
  return (
    // room at the edges for the ring of a chosen cell
    <div className="-m-3 overflow-x-auto p-3 max-sm:overflow-visible">
      <MarkSprite />
      <div
        ref={house}
        role="grid"
        aria-label={label}
        aria-multiselectable={mayChoose}
        aria-readonly={!mayChoose}
        className={cn('facade', facade.places.size > TOWER && 'is-tower', choosing.chosen.size > 0 && 'is-choosing')}
        {...handlers}
        onClick={(event) => {
          if (!onTap(homeAt(event.target))) handlers.onClick(event);
        }}
        onKeyDown={choosing.onKeyDown}
        onFocus={(event) => {
          const id = homeAt(event.target);
          if (id) choosing.setFocused(id);
        }}
      >
        {facade.units.map(({ unitNo, rows }) => (
          <div key={unitNo} role="rowgroup" aria-label={unitName(unitNo)} className="facade-unit avoid-break">
            <p aria-hidden="true" className="mb-1 pl-9 text-sm font-medium">
              {unitName(unitNo)}
            </p>
            {rows.map((homes, row) => {
              const storey = facade.storeys[row] ?? null;
              const key = storey ?? 'none';
              if (homes.length === 0) return <div key={key} aria-hidden="true" className="facade-row is-empty" />;
              return (
                <div key={key} role="row" className="facade-row">
                  <span role="rowheader" className="facade-storey">
                    {storey === null ? t('noStorey') : t('storeyOf', { storey: String(storey) })}
                  </span>
                  {homes.map((home) => (
                    <HomeCell
                      key={home.id}
                      home={home}
                      words={wordsOf(home)}
                      letter={letters[home.choice ?? 'none']}
                      area={formatAreaNumber(home.area)}
                      state={stateOf(home.id)}
                      selected={choosing.chosen.has(home.id)}
                      entry={choosing.entry === home.id}
                      quiet={!isShown(home)}
                    />
                  ))}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div ref={box} aria-hidden="true" className="select-frame" />
    </div>
  );
}

/** 同 否 弃 空. */
export function useLetters(): Record<Choice | 'none', string> {
  const t = useTranslations('voteGrid.letters');
  return { agree: t('agree'), disagree: t('disagree'), abstain: t('abstain'), none: t('none') };
}

/** All that a cell shows, in words; said once for each household as long as it stands as it does. */
function useWords(): (home: GridHome) => string {
  const t = useTranslations('voteGrid');
  const locale = useLocale();
  return useMemo(() => {
    const said = new WeakMap<GridHome, string>();
    const say = (home: GridHome) =>
      [
        home.room,
        home.choice ? labelIn(CHOICE_LABELS[home.choice], locale) : t('notReturned'),
        `${formatAreaNumber(home.area)} ㎡`,
        home.choice && home.checked && t('checked'),
        ...home.signs.map((sign) => t(`signs.${sign}`)),
        home.voterDwellings > 1 && t('severalOf', { count: home.voterDwellings }),
        home.door && labelIn(DOOR_LABELS[home.door], locale),
      ]
        .filter(Boolean)
        .join('，');
    return (home) => {
      const words = said.get(home) ?? say(home);
      said.set(home, words);
      return words;
    };
  }, [t, locale]);
}
