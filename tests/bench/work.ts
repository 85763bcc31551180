import type { WorkRow } from './types';
import type { BenchDatabase } from './world';

/** One folder in tests/bench/works. `run` checks what it measured, and throws where that is wrong. */
export interface Work {
  name: string;
  run: (database: BenchDatabase) => Promise<WorkRow[]>;
}
