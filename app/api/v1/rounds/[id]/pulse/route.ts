import { pulseQuery } from '@/lib/domain/votes/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { roundPulse } from '@/lib/server/votes/pulse';
import { PulseShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一轮表决有没有变化：链到了第几环，此后变了什么',
    description:
      'since 为上次看到的环号；没有新的环时 changed 为 null，可以每几秒问一次。有变化时附票数、决定结果的一项门槛、各楼栋；给出 building 时另附该楼栋有变化的各户。扫楼记录不上链：给出 at（上次回答的 asOf）时一并查看。',
    tag: 'votes',
    permission: 'vote.read',
    params: idParams,
    query: pulseQuery,
    output: PulseShape,
    run: async ({ reader, actor, params, query }) => {
      const pulse = await roundPulse(reader, actor, params.id, query);
      return pulse ? done(pulse) : notFound();
    },
  }),
});
