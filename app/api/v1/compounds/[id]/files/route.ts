import { z } from 'zod';
import { isCalendarDate } from '@/lib/domain/kernel/calendar-date';
import { idField, textField } from '@/lib/domain/kernel/input';
import { done, notFound } from '@/lib/server/answer';
import { compoundRecord } from '@/lib/server/compounds/detail';
import { CompoundFileShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { attachFile, filesOf } from '@/lib/server/files/compound-files';

const attachment = z.strictObject({
  fileId: idField,
  kind: z.enum(['photo', 'document']),
  caption: textField(200).nullable().optional(),
  takenOn: z.string().refine(isCalendarDate, { error: 'date.unreadable' }).nullable().optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '小区的照片和文件',
    tag: 'files',
    permission: 'compound.read',
    params: idParams,
    output: z.object({ items: z.array(CompoundFileShape) }),
    run: async ({ tx, actor, params }) =>
      (await compoundRecord(tx, actor, params.id)) ? done({ items: await filesOf(tx, actor, params.id) }) : notFound(),
  }),
  POST: operation({
    summary: '把已上传的文件挂到小区上，可写说明和拍摄日期',
    tag: 'files',
    permission: 'register.write',
    action: 'compound.file.add',
    params: idParams,
    body: attachment,
    output: CompoundFileShape,
    status: 201,
    run: ({ tx, actor, params, body }) => attachFile(tx, actor, params.id, body),
  }),
});
