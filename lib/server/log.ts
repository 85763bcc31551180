import 'server-only';
import type { Actor } from './actor';
import { asked, factsOf, write } from './log/line.mjs';

/** The names that a line may have; lib/server/log/line.mjs holds the shape of each value and drops everything else. */
interface Fields {
  requestId?: string | null;
  method?: string;
  route?: string;
  status?: number;
  ms?: number;
  job?: string;
  jobs?: string[];
  name?: string;
  try?: number;
  last?: boolean;
  slot?: string;
  count?: number;
  codes?: string[];
  code?: string;
  digest?: string;
  file?: string;
}

type Say = (event: string, fields?: Fields, thrown?: unknown) => void;
const at =
  (level: 'info' | 'warn' | 'error'): Say =>
  (event, fields, thrown) =>
    write(level, event, fields as Record<string, unknown>, thrown);

/** `log.warn('job.failed', { name }, error)`: the requestId, actor and unit of what is under way are added by themselves. */
export const log = { info: at('info'), warn: at('warn'), error: at('error') };

/** Whoever was proved to ask stands on every later line of this request or job: numbers, never the name. */
export function tellWho(actor: Pick<Actor, 'accountId' | 'unit'>): void {
  const about = asked().getStore();
  if (about) Object.assign(about, { actor: actor.accountId, unit: actor.unit.id });
}

/** Everything that `work` logs is about this job. */
export const aboutJob = <T>(job: { job: string; name: string; try: number }, work: () => Promise<T>): Promise<T> =>
  asked().run({ ...job }, work);

/** A fault as the queue may keep it with the job: its kind, code and place, and nothing that stood in it. */
export class KeptFault extends Error {
  readonly code: string | undefined;
  constructor(thrown: unknown) {
    const { error, code, constraint } = factsOf(thrown) as { error: string; code?: string; constraint?: string };
    super([error, code, constraint].filter(Boolean).join(' '));
    this.name = 'KeptFault';
    this.code = code ?? error;
    this.stack = undefined;
  }
}
