import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { doorList } from '@/lib/server/votes/queries';
import { DoorListShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '还差哪些户：两项门槛都能达到的最少户数，按楼栋、单元排列',
    tag: 'votes',
    // of single households: whoever reads the register reads the votes as well (decision 0065)
    permission: 'register.read',
    token: 'votes.read',
    params: idParams,
    output: DoorListShape,
    run: async ({ reader, actor, params }) => {
      const doors = await doorList(reader, actor, params.id);
      return doors ? done(doors) : notFound();
    },
  }),
});
