import type { Handler, Method } from '@/lib/server/define-route';
import type { Person, World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
export type Json = any;

interface Sent {
  body?: object;
  version?: number;
}

/** Asks a route of this world in a person's name; a version goes as If-Match. */
export const asking =
  (world: () => World) =>
  async (
    method: Method,
    handler: Handler,
    as: Person,
    params: Record<string, string>,
    { body, version }: Sent = {},
  ) => {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    const { status, json, response } = await world().call(handler, { as, method, params, body, headers });
    return { status, json: json as Json, response };
  };
