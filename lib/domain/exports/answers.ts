import type { Reason } from '../kernel/result';
import type { ExportFormat, ExportKind } from './schema';

/** expired: it was made, its week is over, and its bytes are unreadable. */
export const EXPORT_STATUSES = ['waiting', 'running', 'done', 'failed', 'expired'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

export interface ExportView {
  id: string;
  kind: ExportKind;
  format: ExportFormat;
  /** null: of every county in reach */
  county: { id: string; name: string } | null;
  unmasked: boolean;
  reason: string | null;
  status: ExportStatus;
  progress: { done: number; total: number };
  file: { name: string; size: number } | null;
  /** Why it could not be made; sentences under `reasons`. */
  failure: Reason[] | null;
  createdAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
}
