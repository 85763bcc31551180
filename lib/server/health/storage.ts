import 'server-only';
import { constants } from 'node:fs';
import disk from 'node:fs/promises';
import type { Fault } from '@/lib/domain/operations/condition';
import { env } from '@/lib/server/env';

export interface StorageState {
  faults: Fault[];
  disk: { free: number; total: number } | null;
}
export const SILENT: StorageState = { faults: ['storage_silent'], disk: null };

/** The data folder: may it be written, and how much room is left for those who are not the superuser. */
export async function storageState(): Promise<StorageState> {
  const folder = env().ANJU_DATA_DIR;
  try {
    await disk.mkdir(folder, { recursive: true });
    await disk.access(folder, constants.R_OK | constants.W_OK);
  } catch {
    return { faults: ['storage_not_writable'], disk: null };
  }
  const found = await disk.statfs(folder).catch(() => null);
  return {
    faults: [],
    disk: found && { free: found.bavail * found.bsize, total: found.blocks * found.bsize },
  };
}
