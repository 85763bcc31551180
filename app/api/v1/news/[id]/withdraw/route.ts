import { newsAnswer, newsWithdrawal } from '@/lib/domain/news/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { withdrawNews } from '@/lib/server/news/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤回一条新闻或信息，写明原因；不再计入考核，记录保留',
    tag: 'news',
    permission: 'news.write',
    action: 'news.withdraw',
    ifMatch: true,
    params: idParams,
    body: newsWithdrawal,
    output: newsAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      withdrawNews(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
