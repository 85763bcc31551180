import { compoundUpdateSchema } from '@/lib/domain/compounds/schema';
import { done, notFound } from '@/lib/server/answer';
import { updateCompound } from '@/lib/server/compounds/commands';
import { compoundDetail } from '@/lib/server/compounds/detail';
import { CompoundDetailShape, CompoundShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个小区：基本情况、是否符合及全部理由、填报数与名册数、沿革',
    tag: 'compounds',
    permission: 'compound.read',
    params: idParams,
    output: CompoundDetailShape,
    run: async ({ reader, actor, params }) => {
      const detail = await compoundDetail(reader, actor, params.id);
      return detail ? done(detail, { version: detail.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改小区；没有提交的栏目不变，null 表示清空',
    tag: 'compounds',
    permission: 'compound.write',
    action: 'compound.update',
    ifMatch: true,
    params: idParams,
    body: compoundUpdateSchema,
    output: CompoundShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateCompound(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
