import { z } from 'zod';
import { retireSchema } from '@/lib/domain/compounds/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireFile } from '@/lib/server/files/compound-files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '从小区撤下照片或文件，说明原因；文件本身保留',
    tag: 'files',
    permission: 'register.write',
    action: 'compound.file.retire',
    params: z.strictObject({ id: z.uuid(), fileId: z.uuid() }),
    body: retireSchema,
    output: z.object({ id: z.uuid() }),
    run: ({ tx, actor, params, body }) => retireFile(tx, actor, params.id, params.fileId, body.reason),
  }),
});
