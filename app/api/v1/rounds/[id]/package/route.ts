import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { roundPackage } from '@/lib/server/votes/queries';
import { PackageShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '带到手机上的一轮表决：各户、菜单和门槛，没有网络时使用',
    tag: 'votes',
    permission: 'vote.write',
    params: idParams,
    output: PackageShape,
    run: async ({ reader, actor, params }) => {
      const taken = await roundPackage(reader, actor, params.id);
      return taken ? done(taken) : notFound();
    },
  }),
});
