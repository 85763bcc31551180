'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { CellView, PlanItemView, PlanView } from '@/lib/domain/plans/answers';
import { placeKey } from '@/lib/domain/plans/types';
import { nameIn, wan, yuan } from '../words';
import { MatrixCell } from './matrix-cell';
import { cellAt, mapOf, type Place } from './plan-cells';
import { PromiseMarks } from './promise-marks';

type Props = {
  plan: PlanView;
  /** of a building's head: what may be done with the whole column */
  columnMenu?: (buildingId: string) => ReactNode;
  onOpen: (place: Place) => void;
};

const GROUPS = [
  { key: 'buildingRequired', scope: 'building', necessity: 'required' },
  { key: 'buildingImprovement', scope: 'building', necessity: 'improvement' },
  { key: 'compoundRequired', scope: 'compound', necessity: 'required' },
  { key: 'compoundImprovement', scope: 'compound', necessity: 'improvement' },
] as const;

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Items × buildings, and items × compound. Arrows move, Enter opens; heads and sums stay in sight. */
export function MatrixTable({ plan, columnMenu, onOpen }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const [entry, setEntry] = useState<[number, number]>([0, 0]);
  const cells = useMemo(() => mapOf(plan), [plan]);
  const lacking = useMemo(
    () => new Set([...plan.unanswered, ...plan.unpriced].map(({ buildingId, item }) => placeKey(buildingId, item))),
    [plan],
  );
  const rows = useMemo(
    () =>
      GROUPS.flatMap(({ key, scope, necessity }) =>
        plan.items
          .filter((item) => item.scope === scope && item.necessity === necessity)
          .map((item, at) => ({ item, group: at === 0 ? key : null })),
      ),
    [plan],
  );
  const columns = Math.max(plan.buildings.length, 1);

  function move(event: KeyboardEvent<HTMLTableElement>) {
    const step = MOVES[event.key];
    const { row, column } = (event.target as HTMLElement).dataset;
    if (!step || row === undefined || column === undefined) return;
    event.preventDefault();
    const to = Number(row) + step[0];
    const wanted = Math.min(Math.max((step[1] === 0 ? entry[1] : Number(column)) + step[1], 0), columns - 1);
    const next =
      table.current?.querySelector<HTMLElement>(`[data-row="${to}"][data-column="${wanted}"]`) ??
      table.current?.querySelector<HTMLElement>(`[data-row="${to}"][data-column="0"]`);
    if (!next) return;
    setEntry([to, wanted]);
    next.focus();
  }

  function open(event: MouseEvent<HTMLTableElement>) {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    const found = rows[Number(button?.dataset.row)];
    if (!button || !found) return;
    const column = Number(button.dataset.column);
    setEntry([Number(button.dataset.row), column]);
    const { item } = found;
    const buildingId = item.scope === 'compound' ? null : (plan.buildings[column]?.id ?? null);
    onOpen({ buildingId, item: item.code });
  }

  const cellOf = (item: PlanItemView, row: number, column: number, building: PlanView['buildings'][number] | null) => {
    const place = { buildingId: building?.id ?? null, item: item.code };
    const cell: CellView = cellAt(cells, place);
    return (
      <MatrixCell
        key={building?.id ?? 'compound'}
        cell={cell}
        necessity={item.necessity}
        where={`${building?.name ?? t('compound')} ${nameIn(item, locale)}`}
        row={row}
        column={column}
        entry={row === entry[0] && (building === null || column === entry[1])}
        lacks={lacking.has(placeKey(place.buildingId, place.item))}
        span={building ? undefined : columns}
      />
    );
  };
  const corner = 'sticky left-0 z-20 w-56 min-w-56 bg-surface border-b border-line px-3 py-2 text-left font-medium';
  const end = 'sticky right-0 z-10 min-w-32 bg-surface border-b border-l border-line-strong px-2 py-1.5 text-right';
  return (
    // A box that scrolls must be reachable by keyboard: its cells are.
    <section
      aria-label={t('matrix')}
      // and scrolled clear of the sums and names that stay in sight around them
      className="max-h-[calc(100dvh-9rem)] min-h-96 scroll-pt-24 scroll-pr-32 scroll-pb-16 scroll-pl-56 overflow-auto rounded-lg border border-line bg-surface print:max-h-none print:overflow-visible"
    >
      <table ref={table} onKeyDown={move} onClick={open} className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t('matrixCaption')}</caption>
        <thead className="sticky top-0 z-30">
          <tr>
            <th scope="col" className={`${corner} z-30`}>
              {t('item')}
            </th>
            {plan.buildings.map((building) => (
              <th
                key={building.id}
                scope="col"
                className="min-w-32 border-b border-l border-line bg-surface px-2 py-1.5 text-left align-top font-medium"
              >
                <span className="flex items-center justify-between gap-1">
                  {building.name}
                  {columnMenu?.(building.id)}
                </span>
                <span className="block text-xs font-normal text-ink-3">
                  {building.retired ? t('retired') : t('homes', { count: building.households })}
                </span>
                {!building.retired && <PromiseMarks plan={plan} building={building} />}
              </th>
            ))}
            {plan.buildings.length === 0 && <th scope="col" className="border-b border-l border-line bg-surface" />}
            <th scope="col" className={`${end} z-30 align-top font-medium`}>
              {t('sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, group }, row) => (
            <GroupedRow key={item.code} group={group && t(`group.${group}`)} span={columns + 2}>
              <th scope="row" className={corner}>
                <span className="block leading-5">{nameIn(item, locale)}</span>
                <span className="block text-xs font-normal text-ink-3">
                  {item.code}
                  {item.demand && item.demand.households > 0 && (
                    <span className="ml-2 text-accent-ink">{t('wanted', { count: item.demand.households })}</span>
                  )}
                </span>
              </th>
              {item.scope === 'compound'
                ? cellOf(item, row, 0, null)
                : plan.buildings.map((building, column) => cellOf(item, row, column, building))}
              {item.scope === 'building' && plan.buildings.length === 0 && <td className="border-b border-line" />}
              <td className={`${end} text-xs tabular-nums`}>
                {item.todo > 0 && (
                  <>
                    <span className="block text-ink-3">{t('places', { count: item.todo })}</span>
                    {yuan(item.cost, locale)}
                  </>
                )}
              </td>
            </GroupedRow>
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 z-20">
          <tr>
            <th scope="row" className={`${corner} border-t border-t-line-strong`}>
              {t('sum')}
              <span className="block text-xs font-normal text-ink-3">
                {t('compoundCost', { cost: wan(plan.compoundSums.cost, locale) })}
              </span>
            </th>
            {plan.buildings.map(({ id, todo, cost }) => (
              <td key={id} className="border-t border-l border-line-strong bg-surface px-2 py-1.5 text-xs tabular-nums">
                <span className="block text-ink-3">{t('items', { count: todo })}</span>
                {yuan(cost, locale)}
              </td>
            ))}
            {plan.buildings.length === 0 && <td className="border-t border-line-strong bg-surface" />}
            <td className={`${end} border-t border-t-line-strong text-xs font-semibold tabular-nums`}>
              <span className="block font-normal text-ink-3">{t('items', { count: plan.sums.todo })}</span>
              {yuan(plan.sums.cost, locale)}
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function GroupedRow({ group, span, children }: { group: string | null; span: number; children: ReactNode }) {
  return (
    <>
      {group && (
        <tr>
          <th
            colSpan={span}
            scope="colgroup"
            className="border-b border-line bg-sunken px-3 py-1.5 text-left text-xs font-semibold text-ink-2"
          >
            <span className="sticky left-3">{group}</span>
          </th>
        </tr>
      )}
      <tr>{children}</tr>
    </>
  );
}
