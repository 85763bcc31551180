import { EXAMPLES } from '@/tests/integration/walls/examples';
import { type EveryOperation, isWrite, operations } from '../every/operations';
import { notAProblem } from '../every/problem';
import { type Example, send } from '../every/request';
import type { Ground } from './ground';
import type { Where } from './sides';

/** How what the first word of an address names comes to its end, and where its version stands. */
const ENDS: Record<string, { by: string; table: string; body?: Record<string, unknown> }> = {
  compounds: { by: 'POST /compounds/{id}/retire', table: 'compound' },
  buildings: { by: 'POST /buildings/{id}/retire', table: 'building' },
  households: { by: 'POST /households/{id}/retire', table: 'household' },
  units: { by: 'PUT /units/{id}/retirement', table: 'unit' },
  users: { by: 'PATCH /users/{id}', table: 'account', body: { disabled: true, disabledReason: '调离' } },
  imports: { by: 'POST /imports/{id}/cancel', table: 'import_batch' },
  rounds: { by: 'POST /rounds/{id}/cancel', table: 'vote_round' },
  tokens: { by: 'POST /tokens/{id}/revoke', table: 'access_token' },
};

const endOf = ({ path }: EveryOperation) => (path.includes('{id}') ? ENDS[path.split('/')[1] ?? ''] : undefined);

export const canEnd = (op: EveryOperation): boolean => endOf(op) !== undefined;

async function versionOf(ground: Ground, table: string, id: string): Promise<number | undefined> {
  if (table === 'access_token') return undefined;
  const { rows } = await ground.world.owner.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [
    id,
  ]);
  return rows[0]?.version;
}

async function done(ground: Ground, name: string, where: Where, more: Partial<Example>): Promise<boolean> {
  const op = operations.find((one) => one.name === name);
  const make = EXAMPLES[name];
  if (!op || !make) throw new Error(`there is no ${name}`);
  const example = await make(ground.stage, ground.sides[where]);
  const answer = await send(ground.world, op, { ...example, ...more });
  return answer.status < 300;
}

/** A request about something that is over: retired, ended, revoked. null: what this is about was over already. */
export async function ended(ground: Ground, op: EveryOperation, where: Where): Promise<Example | null> {
  const end = endOf(op);
  if (!end) return null;
  const example = await ground.newExample(op, where);
  const id = example.params?.id ?? '';
  const version = await versionOf(ground, end.table, id);
  const isOver = await done(ground, end.by, where, {
    params: { id },
    version,
    ...(end.body ? { body: end.body } : {}),
  });
  return isOver ? { ...example, version: await versionOf(ground, end.table, id) } : null;
}

/** A request about a compound that became part of another. */
export async function merged(ground: Ground, op: EveryOperation, where: Where): Promise<Example | null> {
  if (!op.path.startsWith('/compounds/{id}')) return null;
  const example = await ground.newExample(op, where);
  const id = example.params?.id ?? '';
  const survivor = await ground.stage.compound(ground.sides[where]);
  const body = { compoundIds: [id, survivor.id], survivorId: survivor.id, reason: '连片改造' };
  if (!(await done(ground, 'POST /compounds/merge', where, { body }))) return null;
  return { ...example, version: await versionOf(ground, 'compound', id) };
}

/** What may still be done to what is over: an account is opened again, a unit's names are its history. */
const STILL = ['PATCH /users/{id}', 'PUT /users/{id}/password', 'PATCH /units/{id}', 'PUT /units/{id}/name'];

export const staysOver = (op: EveryOperation): boolean => isWrite(op) && !STILL.includes(op.name);

export async function isOverFor(ground: Ground, op: EveryOperation, example: Example): Promise<string[]> {
  const answer = await send(ground.world, op, example);
  if (answer.status < 300 && !staysOver(op)) return [];
  const fault = notAProblem(answer);
  return fault ? [`${fault} ${JSON.stringify(answer.json).slice(0, 120)}`] : [];
}
