'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { SaveState } from '@/components/ui/save-state';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CellView, PlanView } from '@/lib/domain/plans/answers';
import { answerLabel } from '@/lib/domain/plans/labels';
import type { PlanCellInput } from '@/lib/domain/plans/schema';
import { nameIn, quantityWords, yuan } from '../words';
import { CellPanel, type Payers } from './cell-panel';
import { CopyDialog } from './copy-dialog';
import { FinalizePlan } from './finalize-plan';
import { MatrixTable } from './matrix-table';
import { MissingList } from './missing-list';
import { PhoneCards } from './phone-cards';
import { cellAt, cellId, keyOfPlace, mapOf, type Place } from './plan-cells';
import { PlanSums } from './plan-sums';
import { usePlan } from './use-plan';

type Props = { first: PlanView; payers: Payers; mayWrite: boolean };

/** The plan being made: matrix or cards, the panel of one cell, saving, and what to do when two people write at once. */
export function PlanDesk({ first, payers, mayWrite }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const { plan, take, save, status, problem, forget, conflict, resolve, dismiss, merged } = usePlan(first);
  const [open, setOpen] = useState<Place>();
  const readOnly = !mayWrite || plan.status === 'final' || !plan.compound.active;
  const item = open && plan.items.find(({ code }) => code === open.item);
  const whereOf = (id: string | null) => plan.buildings.find((one) => one.id === id)?.name ?? t('compound');
  useEffect(() => take(first), [first, take]);

  // a link to the very cell (#cell-…) opens it
  useEffect(() => {
    const wanted = window.location.hash.slice(1);
    const places = first.items.flatMap(({ code, scope }) =>
      (scope === 'compound' ? [null] : first.buildings.map(({ id }) => id)).map((buildingId) => ({
        buildingId,
        item: code,
      })),
    );
    const found = wanted.startsWith('cell-') && places.find((place) => cellId(place) === wanted);
    if (found) setOpen(found);
  }, [first]);

  function close() {
    forget();
    setOpen(undefined);
    if (open) requestAnimationFrame(() => document.getElementById(cellId(open))?.focus());
  }

  async function keep(cells: PlanCellInput[]) {
    if (await save(cells)) close();
  }

  const said = (cell: CellView): string => {
    const necessity = plan.items.find(({ code }) => code === cell.item)?.necessity ?? 'required';
    return [
      labelIn(answerLabel(cell.answer, necessity), locale),
      quantityWords(cell.quantity, cell.unit),
      cell.unitCost && t('unitCostOf', { cost: yuan(cell.unitCost, locale) }),
      cell.residentPercent > 0 && t('cell.residents', { percent: cell.residentPercent }),
      cell.reason,
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const labelOf = ({ buildingId, item: code }: Place) => {
    const found = plan.items.find((one) => one.code === code);
    return `${whereOf(buildingId)} ${found ? nameIn(found, locale) : code}`;
  };
  const columnMenu = readOnly
    ? undefined
    : (from: string) =>
        plan.buildings.length > 1 ? (
          <CopyDialog plan={plan} from={from} onCopied={take} onClash={() => window.location.reload()} />
        ) : null;
  return (
    <>
      <PlanSums plan={plan} />
      <div className="mt-4 mb-2 flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="text-sm text-ink-3 max-sm:hidden">{t(readOnly ? 'keysRead' : 'keys')}</span>
        <span className="flex items-center gap-3">
          {status && <SaveState status={status} />}
          {!readOnly && <FinalizePlan plan={plan} onFinal={take} />}
        </span>
      </div>
      {merged && <p className="mb-2 text-sm text-ink-3">{t('merged')}</p>}
      {plan.status === 'draft' && mayWrite && <MissingList plan={plan} onOpen={setOpen} />}
      {problem && !open && (
        <div className="mb-3">
          <Banner tone="red" title={problem.title}>
            {problem.detail}
          </Banner>
        </div>
      )}
      <div className="max-sm:hidden print:hidden">
        <MatrixTable plan={plan} columnMenu={columnMenu} onOpen={setOpen} />
      </div>
      <div className="sm:hidden">
        <PhoneCards plan={plan} columnMenu={columnMenu} onOpen={setOpen} />
      </div>
      {open && item && !conflict && (
        <CellPanel
          key={keyOfPlace(open)}
          plan={plan}
          place={open}
          cell={cellAt(mapOf(plan), open)}
          item={item}
          where={whereOf(open.buildingId)}
          payers={payers}
          readOnly={readOnly}
          problem={problem}
          busy={status?.kind === 'saving'}
          onSave={keep}
          onClose={close}
        />
      )}
      {conflict && (
        <ConflictDialog
          collisions={conflict.theirs.map((theirs) => {
            const mine = conflict.mine.find((cell) => keyOfPlace(cell) === keyOfPlace(theirs));
            return {
              key: keyOfPlace(theirs),
              label: labelOf(theirs),
              theirs: said(theirs),
              mine: mine ? said(mine) : '',
            };
          })}
          onResolve={async (chosen) => {
            await resolve(chosen, keyOfPlace);
            close();
          }}
          onClose={dismiss}
        />
      )}
    </>
  );
}
