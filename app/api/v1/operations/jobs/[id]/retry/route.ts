import { z } from 'zod';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { tryAgain } from '@/lib/server/operations/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把一个已放弃的后台任务重新排队（只限重复执行也安全的种类）',
    tag: 'operations',
    permission: 'operations.read',
    token: 'never',
    params: idParams,
    output: z.object({ id: z.uuid(), name: z.string() }),
    run: async ({ tx, params }) => tryAgain(tx, params.id),
  }),
});
