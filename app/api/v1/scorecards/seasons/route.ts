import { seasonDetailAnswer, seasonsAnswer } from '@/lib/domain/scorecards/season/answers';
import { seasonOpening, seasonsQuery } from '@/lib/domain/scorecards/season/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { openSeason } from '@/lib/server/scorecards/season/open';
import { seasons } from '@/lib/server/scorecards/season/seasons';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '绩效评价，每年度一次；可以按年度取一个',
    tag: 'scorecards',
    permission: 'scorecard.read',
    query: seasonsQuery,
    output: seasonsAnswer,
    run: async ({ reader, actor, query }) => done({ items: await seasons(reader, actor, query.year) }),
  }),
  POST: operation({
    summary: '开展一年的绩效评价：每个县市一张评价表，按该年度的规则手册',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.open',
    body: seasonOpening,
    output: seasonDetailAnswer,
    status: 201,
    run: ({ tx, actor, body }) => openSeason(tx, actor, body),
  }),
});
