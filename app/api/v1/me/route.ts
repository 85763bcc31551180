import { z } from 'zod';
import { permissionsOf } from '@/lib/domain/accounts/permissions';
import { done, failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';

const Me = z.object({
  accountId: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: z.string(),
  unit: z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable(), kind: z.string() }),
  mustChangePassword: z.boolean(),
  permissions: z.array(z.string()),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  // the gate has read all that is asked: no transaction
  GET: bareOperation({
    bare: true,
    summary: '当前登录的人：岗位、单位和权限',
    tag: 'accounts',
    permission: 'signed-in',
    beforePasswordChange: true,
    token: 'any',
    output: Me,
    run: async ({ actor }) =>
      actor
        ? done({
            accountId: actor.accountId,
            username: actor.username,
            displayName: actor.displayName,
            role: actor.role,
            unit: actor.unit,
            mustChangePassword: actor.mustChangePassword,
            permissions: [...permissionsOf(actor.role)],
          })
        : failure(401, 'sign_in_required'),
  }),
});
