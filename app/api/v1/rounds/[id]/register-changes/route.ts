import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { isThere } from '@/lib/server/votes/queries';
import { changesSinceFreeze } from '@/lib/server/votes/register-changes';
import { ChangesShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '户册冻结以后的变动：会不会改变结果（不改变本轮任何数据）',
    tag: 'votes',
    // of single households: whoever reads the register reads the votes as well (decision 0065)
    permission: 'register.read',
    token: 'votes.read',
    params: idParams,
    output: ChangesShape,
    run: async ({ reader, actor, params }) =>
      (await isThere(reader, actor, params.id)) ? done(await changesSinceFreeze(reader, params.id)) : notFound(),
  }),
});
