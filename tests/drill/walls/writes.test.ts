import { vi } from 'vitest';
import { isWrite, operations } from '@/tests/support/every/operations';
import { everyCellOf } from '@/tests/support/matrix/every-cell';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

everyCellOf(operations.filter((op) => isWrite(op)));
