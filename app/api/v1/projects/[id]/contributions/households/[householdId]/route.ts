import { done, notFound } from '@/lib/server/answer';
import { accountOf } from '@/lib/server/contributions/list';
import { AccountShape, householdParams } from '@/lib/server/contributions/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一户的应缴和全部交纳记录',
    tag: 'contributions',
    permission: 'contribution.read',
    params: householdParams,
    output: AccountShape,
    run: async ({ reader, actor, params }) => {
      const account = await accountOf(reader, actor, params.id, params.householdId);
      return account ? done(account) : notFound();
    },
  }),
});
