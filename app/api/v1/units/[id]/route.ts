import { z } from 'zod';
import { unitUpdateSchema } from '@/lib/domain/units/schema';
import { unitDetail } from '@/lib/domain/units/views';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { updateUnit } from '@/lib/server/units/commands';
import { oneUnit } from '@/lib/server/units/queries';

const params = z.object({ id: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一个单位，连同历来的名称和代码',
    tag: 'units',
    permission: 'unit.read',
    params,
    output: unitDetail,
    run: async ({ tx, actor, params: { id } }) => {
      const unit = await oneUnit(tx, actor, id);
      return unit ? done(unit, { version: unit.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改单位的英文名、排序、审批机关（改名另有其道，须写明文号）',
    tag: 'units',
    permission: 'unit.write',
    params,
    body: unitUpdateSchema,
    output: unitDetail,
    ifMatch: true,
    run: ({ tx, actor, params: { id }, body, ifMatch }) => updateUnit(tx, actor, id, ifMatch ?? 0, body),
  }),
});
