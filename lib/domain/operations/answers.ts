import { z } from 'zod';
import { FAULTS, WARNINGS } from './condition';

const instant = z.iso.datetime();
const bytes = z.string().regex(/^\d+$/).describe('字节数');

const backupRun = z.object({
  id: z.uuid(),
  kind: z.enum(['scheduled', 'manual']),
  status: z.enum(['running', 'done', 'failed']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  sizeBytes: bytes.nullable(),
  fileName: z.string().nullable(),
  note: z.string().nullable(),
});

const queue = z.object({
  name: z.string(),
  waiting: z.int(),
  running: z.int(),
  failed: z.int().describe('最近三天内办不成、已放弃的'),
  oldestWaitingAt: instant.nullable(),
});

const failedJob = z.object({
  id: z.uuid(),
  name: z.string(),
  failedAt: instant,
  tries: z.int(),
  code: z.string().nullable().describe('原因代码：不含任何业务内容'),
  mayTryAgain: z.boolean(),
});

export const operationsAnswer = z.object({
  asOf: instant,
  faults: z.array(z.enum(FAULTS)),
  warnings: z.array(z.enum(WARNINGS)),
  database: z.object({
    version: z.string(),
    size: bytes,
    connections: z.int(),
    mostConnections: z.int(),
    migrations: z.int(),
    lastMigration: z.string(),
  }),
  worker: z.object({ count: z.int().describe('正在运行的后台任务进程数'), seenAt: instant.nullable() }),
  queues: z.array(queue),
  failed: z.array(failedJob),
  disk: z.object({ free: bytes, total: bytes }).nullable(),
  backup: z.object({
    lastGoodAt: instant.nullable(),
    nextDueAt: instant.nullable(),
    runs: z.array(backupRun),
  }),
  audit: z.object({ sealedAt: instant.nullable() }),
  certificate: z
    .object({ names: z.array(z.string()), notAfter: instant, daysLeft: z.int().describe('已到期时为负数') })
    .nullable()
    .describe('HTTPS 服务器证书；没有或读不到时为空'),
  release: z.object({ version: z.string(), node: z.string(), startedAt: instant }),
});
export type Operations = z.infer<typeof operationsAnswer>;
export type QueueView = Operations['queues'][number];
export type FailedJob = Operations['failed'][number];
