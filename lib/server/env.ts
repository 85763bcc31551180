import 'server-only';
import { z } from 'zod';

/** Settings of a running process, parsed once. What is missing or weak is refused here with a sentence, not met later as a fault. */
const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL: a postgresql:// address of the app role' }),
  NEXTAUTH_SECRET: z.string().min(32, 'NEXTAUTH_SECRET: at least 32 characters'),
  NEXTAUTH_URL: z.url('NEXTAUTH_URL: the address people type').default('http://127.0.0.1:3000'),
  ANJU_COLUMN_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'ANJU_COLUMN_KEY: 32 bytes in base64'),
  ANJU_DATA_DIR: z.string().min(1).default('.data'),
  ANJU_DB_POOL: z.coerce.number().int().min(4).max(100).default(20),
  // ID numbers are collected only where a deployment has a reason to (个人信息保护法: the least).
  ANJU_COLLECT_ID_NUMBER: z.enum(['0', '1']).default('0'),
  // Multiplies what lib/server/api/limits.ts allows: for an office that is larger than the one it was made for.
  ANJU_LIMIT_FACTOR: z.coerce.number().int().min(1).max(10_000).default(1),
  ANJU_BACKUP_AT: z
    .string()
    .regex(/^(?:off|(?:[01]\d|2[0-3]):[0-5]\d)$/, 'ANJU_BACKUP_AT: a time such as 02:30, or off')
    .default('02:30'),
  // Of an authority of one's own or a real one; without it the one that `npm run https:setup` made.
  ANJU_CERT_FILE: z.string().min(1).optional(),
  // Where residents reach the pages of app/(public); without it nothing printed names an address.
  ANJU_PUBLIC_URL: z.preprocess((text) => text || undefined, z.url().optional()),
  ANJU_ALLOW_CLOCK_SHIFT: z.enum(['0', '1']).default('0'),
});

export type Env = z.infer<typeof Settings>;

function read(): Env {
  const parsed = Settings.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(`设置有误 settings:\n${parsed.error.issues.map((issue) => `  ${issue.message}`).join('\n')}`);
}

let settings: Env | undefined;

/** Read at first use, so that building the app needs no database. */
export function env(): Env {
  settings ??= read();
  return settings;
}
