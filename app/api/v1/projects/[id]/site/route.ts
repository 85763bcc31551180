import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { projectParams } from '@/lib/server/projects/shapes';
import { sitePackage } from '@/lib/server/site/package';
import { SitePackageShape } from '@/lib/server/site/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '带到手机上的一个项目：检查要点、以前的问题和要填的月报，没有网络时使用',
    tag: 'inspections',
    permission: 'project.read',
    params: projectParams,
    output: SitePackageShape,
    run: async ({ reader, actor, params }) => {
      const taken = await sitePackage(reader, actor, params.id);
      return taken ? done(taken) : notFound();
    },
  }),
});
