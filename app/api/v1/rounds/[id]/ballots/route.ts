import { ballotsInput } from '@/lib/domain/votes/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, writeOperation } from '@/lib/server/define-route';
import { recordBallots } from '@/lib/server/votes/ballots';
import { BallotsShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: writeOperation({
    summary: '登记表决票，1 至 2000 张，全部成功或全部不登记',
    description:
      '同一 Idempotency-Key 再次发送得到同一回答。已有表决票的户回答 409 ballot_exists，并附已登记的票：用 replaces 更正（附原因，原票留存），或用 beside 留存备查（不计票）。',
    tag: 'votes',
    permission: 'vote.write',
    action: 'vote.record',
    params: idParams,
    body: ballotsInput,
    // 2,000 with all that each may say, in Chinese: 500 signs of problems and the rest
    mostMiB: 8,
    output: BallotsShape,
    status: 201,
    run: ({ writer, actor, params, body }) => recordBallots(writer, actor, params.id, body),
  }),
});
