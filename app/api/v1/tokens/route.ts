import { tokenCreateSchema, tokenList, tokenListQuery, tokenMade } from '@/lib/domain/accounts/tokens';
import { createToken } from '@/lib/server/accounts/commands-tokens';
import { tokensOf } from '@/lib/server/accounts/token-queries';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '我的访问令牌，新的在前',
    tag: 'tokens',
    permission: 'signed-in',
    query: tokenListQuery,
    output: tokenList,
    run: async ({ tx, actor, query }) => done(await tokensOf(tx, actor.accountId, query)),
  }),
  POST: operation({
    summary: '新建访问令牌；令牌本身只在这次答复里给出，系统只留摘要',
    tag: 'tokens',
    permission: 'signed-in',
    limit: 'token',
    neverKept: true,
    body: tokenCreateSchema,
    output: tokenMade,
    status: 201,
    action: 'token.create',
    run: ({ tx, actor, body }) => createToken(tx, actor, body),
  }),
});
