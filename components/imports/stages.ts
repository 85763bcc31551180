import type { StepState } from '@/components/ui/stepper';
import type { ImportStatus } from '@/lib/domain/imports/answers';

export const STAGES = ['read', 'check', 'apply', 'done'] as const;
export type Stage = (typeof STAGES)[number];

const AT: Record<ImportStatus, number> = {
  uploaded: 0,
  reading: 0,
  refused: 0,
  failed: 0,
  mapping: 1,
  previewed: 1,
  cancelled: 1,
  applying: 2,
  applied: 4,
  undone: 4,
};

/** Where an import stands on the way 读取 → 核对 → 导入 → 完成. */
export function stepStates(status: ImportStatus): { key: Stage; state: StepState }[] {
  const at = AT[status];
  const broken = status === 'refused' || status === 'failed';
  return STAGES.map((key, index) => {
    if (index < at) return { key, state: 'done' };
    if (index > at || status === 'cancelled') return { key, state: 'todo' };
    return { key, state: broken ? 'error' : 'current' };
  });
}

const MOVING: readonly ImportStatus[] = ['uploaded', 'reading', 'applying'];
export const isMoving = (status: ImportStatus): boolean => MOVING.includes(status);
