import { failure, notFound, refused } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { proofsToPack } from '@/lib/server/scorecards/paper-files';
import { damagedProofs, packageName, packedProofs } from '@/lib/server/scorecards/proofs-package';

const ZIP = 'application/zip';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '支撑材料包：按评分标准分文件夹，附目录，提交后附冻结的数据；每个文件先与所存的哈希核对',
    tag: 'scorecards',
    permission: 'scorecard.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: ZIP,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const toPack = await proofsToPack(actor, params.id);
      if (!toPack) return notFound();
      const reasons = await damagedProofs(toPack);
      if (reasons.length > 0) return refused(reasons);
      const name = encodeURIComponent(packageName(toPack)).replace(/['()*]/g, '_');
      return new Response(packedProofs(toPack), {
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
