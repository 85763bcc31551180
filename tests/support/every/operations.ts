import type { z } from 'zod';
import { routes } from '@/lib/server/api/routes.generated';
import type { Handler, Method, Spec } from '@/lib/server/define-route';

export const METHODS: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type Described = Omit<Spec, 'params' | 'query' | 'body'> & { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };

/** One thing that the API can be asked, as its own route describes it. */
export interface EveryOperation {
  /** 'PATCH /compounds/{id}' */
  name: string;
  method: Method;
  path: string;
  handler: Handler;
  spec: Described;
}

const handlersOf = (module: object) => module as Record<Method, Handler>;

export const operations: EveryOperation[] = routes.flatMap(({ path, module }) =>
  METHODS.flatMap((method) => {
    const handler = handlersOf(module)[method];
    return handler.spec ? [{ name: `${method} ${path}`, method, path, handler, spec: handler.spec as Described }] : [];
  }),
);

/** Methods that a path does not have. */
export const missing = routes.flatMap(({ path, module }) =>
  METHODS.filter((method) => !handlersOf(module)[method].spec).map((method) => ({
    name: `${method} ${path}`,
    method,
    path,
    handler: handlersOf(module)[method],
    allowed: METHODS.filter((other) => handlersOf(module)[other].spec),
  })),
);

export const isWrite = ({ method }: { method: Method }): boolean => method !== 'GET';

/** Ask with a body what is in it, and write nothing. */
const READS_ITS_BODY = [
  'POST /plans/{id}/workbook',
  'POST /progress/{month}/workbook',
  'POST /annual-plans/{id}/what-if',
  'POST /funds/batches/{id}/suggest',
  'POST /rounds/{id}/ballots/sheet',
  'POST /rounds/{id}/ballots/sheet/marked.xlsx',
  'POST /progress/{month}/workbook',
];
export const readsItsBody = ({ name }: { name: string }): boolean => READS_ITS_BODY.includes(name);

/** A draft that is kept while it is filled in: what is sent of it stands on record, whole (decision 0046). */
const DRAFTS = ['PUT /projects/{id}/reports/{month}', 'POST /progress/{month}/workbook/apply'];
export const keepsADraft = ({ name }: { name: string }): boolean => DRAFTS.includes(name);
