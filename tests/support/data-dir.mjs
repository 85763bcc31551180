import os from 'node:os';
import path from 'node:path';

/** Files that the tests of one run store; removed with the cluster. Its name is the number of vitest's own process. */
export const testDataDir = path.join(os.tmpdir(), `anju-test-files-${process.pid}`);
