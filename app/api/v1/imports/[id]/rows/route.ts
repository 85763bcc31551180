import { z } from 'zod';
import { ENTITIES } from '@/lib/domain/imports/fields';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { findBatch } from '@/lib/server/imports/batch';
import { importRows } from '@/lib/server/imports/queries';
import { ImportId, ImportRowShape, pageOf, paging } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '导入的行：新增、修改（逐格前后对照）、冲突、未变、有错误',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    query: z.strictObject({
      ...paging,
      entity: z.enum(ENTITIES).optional(),
      action: z.enum(['new', 'changed', 'unchanged', 'conflict', 'error']).optional(),
    }),
    output: pageOf(ImportRowShape),
    run: async ({ tx, actor, params, query }) =>
      (await findBatch(tx, actor, params.id)) ? done(await importRows(tx, params.id, query)) : notFound(),
  }),
});
