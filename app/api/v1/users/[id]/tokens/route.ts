import { z } from 'zod';
import { tokenList, tokenListQuery } from '@/lib/domain/accounts/tokens';
import { oneUser } from '@/lib/server/accounts/queries';
import { tokensOf } from '@/lib/server/accounts/token-queries';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一个账号的访问令牌，新的在前',
    tag: 'tokens',
    permission: 'user.read',
    params: z.object({ id: z.uuid() }),
    query: tokenListQuery,
    output: tokenList,
    run: async ({ tx, actor, params, query }) =>
      (await oneUser(tx, actor, params.id)) ? done(await tokensOf(tx, params.id, query)) : notFound(),
  }),
});
