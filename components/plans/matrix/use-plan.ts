'use client';

import { useCallback, useRef, useState } from 'react';
import type { SaveStatus } from '@/components/ui/save-state';
import { api, newKey, type Problem } from '@/lib/client/api';
import { timeOfDay } from '@/lib/client/clock';
import type { CellView, PlanView } from '@/lib/domain/plans/answers';
import type { PlanCellInput } from '@/lib/domain/plans/schema';
import { cellAt, inputOf, mapOf, type Place, sameCell } from './plan-cells';

/** Somebody changed the very cells that are being saved: theirs as they stand now, and mine. */
export interface PlanConflict {
  plan: PlanView;
  mine: CellView[];
  theirs: CellView[];
}

const asView = (cell: PlanCellInput): CellView => {
  const { quantity, unit, unitCost, payer, method, residentPercent, reason, photoFileId } = cell;
  return {
    ...{ buildingId: cell.buildingId, item: cell.item, answer: cell.answer, cost: '0.00', share: '0.00' },
    ...{ quantity: quantity ?? null, unit: unit ?? null, unitCost: unitCost ?? null, payer: payer ?? null },
    ...{ method: method ?? null, residentPercent: residentPercent ?? 0, reason: reason ?? null },
    photoFileId: photoFileId ?? null,
  };
};

/** The plan as this page holds it, and saving: what a colleague saved elsewhere in it is taken along, the same cell is asked about. */
export function usePlan(first: PlanView) {
  const [plan, setPlan] = useState(first);
  const [status, setStatus] = useState<SaveStatus>();
  const [problem, setProblem] = useState<Problem>();
  const [conflict, setConflict] = useState<PlanConflict>();
  const [merged, setMerged] = useState(false);
  const held = useRef(first);

  const take = useCallback((next: PlanView) => {
    held.current = next;
    setPlan(next);
  }, []);

  /** Behind a conflict: goes on with the colleague's version where no cell is disputed. */
  const settle = async (cells: readonly PlanCellInput[]): Promise<boolean> => {
    const now = await api<PlanView>('GET', `/api/v1/plans/${held.current.id}`);
    if (!now.ok) {
      setProblem(now.problem);
      setStatus({ kind: 'failed' });
      return false;
    }
    const [base, theirs] = [mapOf(held.current), mapOf(now.value)];
    const disputed = cells.filter((cell) => !sameCell(cellAt(base, cell), cellAt(theirs, cell)));
    take(now.value);
    if (disputed.length > 0) {
      setConflict({
        plan: now.value,
        mine: cells.map(asView),
        theirs: disputed.map((cell) => cellAt(theirs, cell)),
      });
      setStatus({ kind: 'unsaved' });
      return false;
    }
    setMerged(true);
    return save(cells);
  };

  const save = async (cells: readonly PlanCellInput[]): Promise<boolean> => {
    setStatus({ kind: 'saving' });
    setProblem(undefined);
    const { id, version } = held.current;
    const answer = await api<PlanView>('POST', `/api/v1/plans/${id}/cells`, {
      ...{ body: { cells }, version, idempotencyKey: newKey() },
    });
    if (answer.ok) {
      take(answer.value);
      setStatus({ kind: 'saved', time: timeOfDay(new Date()) });
      return true;
    }
    if (answer.problem.status === 409) return settle(cells);
    setProblem(answer.problem);
    setStatus({ kind: answer.problem.status === 0 ? 'offline' : 'failed' });
    return false;
  };

  /** What was chosen between both: mine are sent again, theirs stay. */
  const resolve = async (takeTheirs: ReadonlySet<string>, keyOf: (place: Place) => string): Promise<void> => {
    const mine = conflict?.mine.filter((cell) => !takeTheirs.has(keyOf(cell))) ?? [];
    setConflict(undefined);
    if (mine.length > 0) await save(mine.map(inputOf));
    else setStatus({ kind: 'saved', time: timeOfDay(new Date()) });
  };

  return {
    ...{ plan, take, save, status, problem, conflict, resolve, merged },
    forget: () => setProblem(undefined),
    dismiss: () => setConflict(undefined),
  };
}
