import { ownerUpdateSchema } from '@/lib/domain/compounds/schema';
import { done, notFound } from '@/lib/server/answer';
import { updateOwner } from '@/lib/server/compounds/owners';
import { oneOwner } from '@/lib/server/compounds/register';
import { idParams, OwnerShape } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一位业主及其房屋；个人信息脱敏',
    tag: 'owners',
    permission: 'register.read',
    params: idParams,
    output: OwnerShape,
    run: async ({ tx, actor, params }) => {
      const owner = await oneOwner(tx, actor, params.id);
      return owner ? done(owner, { version: owner.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改业主；没有提交的栏目不变',
    tag: 'owners',
    permission: 'register.write',
    action: 'owner.update',
    ifMatch: true,
    params: idParams,
    body: ownerUpdateSchema,
    output: OwnerShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateOwner(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
