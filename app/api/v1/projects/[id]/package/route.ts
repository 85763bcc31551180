import { failure, notFound, refused } from '@/lib/server/answer';
import { damaged, packageList, packed } from '@/lib/server/archive/package';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';

const ZIP = 'application/zip';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '移交资料包：现行资料按阶段分文件夹，附资料目录；每个文件先与归档时的哈希核对',
    tag: 'projects',
    permission: 'project.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: ZIP,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const list = await withReader(actor, (reader) => packageList(reader, actor, params.id));
      if (!list) return notFound();
      const reasons = await damaged(list);
      if (reasons.length > 0) return refused(reasons);
      const name = encodeURIComponent(list.name).replace(/['()*]/g, '_');
      return new Response(packed(list), {
        headers: {
          'content-type': ZIP,
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    },
  }),
});
