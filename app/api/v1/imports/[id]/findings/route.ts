import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { findBatch } from '@/lib/server/imports/batch';
import { importFindings } from '@/lib/server/imports/queries';
import { ImportFindingShape, ImportId, pageOf, paging } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '核对发现的全部问题：工作表、单元格、填的是什么、应为什么、怎么改',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    query: z.strictObject({
      ...paging,
      level: z.enum(['error', 'warning', 'info']).optional(),
      sheet: z.string().max(100).optional(),
    }),
    output: pageOf(ImportFindingShape),
    run: async ({ tx, actor, params, query, locale }) =>
      (await findBatch(tx, actor, params.id)) ? done(await importFindings(tx, params.id, query, locale)) : notFound(),
  }),
});
