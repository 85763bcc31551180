import type { Example } from '../../support/every/request';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';

/** How a valid request of a territory is made; what it is about is made anew each time. */
export type Make = (stage: Stage, side: Side) => Promise<Example>;

export const idOf = ({ id }: { id: string }) => ({ id });
export const asClerk =
  (more: (stage: Stage, side: Side) => Promise<Omit<Example, 'who'>>): Make =>
  async (stage, side) => ({ who: side.clerk, ...(await more(stage, side)) });
export const asBureau =
  (more: (stage: Stage, side: Side) => Promise<Omit<Example, 'who'>>): Make =>
  async (stage, side) => ({ who: side.bureau, ...(await more(stage, side)) });

export type Maker = (stage: Stage, side: Side) => Promise<{ id: string; version?: number }>;
export const of =
  (make: Maker, body?: Record<string, unknown>, query?: Record<string, string>) => async (s: Stage, d: Side) => {
    const made = await make(s, d);
    return { params: idOf(made), version: made.version, body, query };
  };

export const WHY = { reason: '登记错误，重新登记' };
