import { type Denied, failure } from '@/lib/server/answer';
import { withActor } from '@/lib/server/db/with-actor';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { ImportId, Moved, undoBody } from '@/lib/server/imports/shapes';
import { undoImport } from '@/lib/server/imports/undo';

class Refused extends Error {
  constructor(readonly denied: Denied) {
    super('refused');
  }
}

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  // A transaction of its own: taking back a hundred thousand rows takes longer than a form may.
  POST: bareOperation({
    summary: '撤销一次导入：作为一个整体，在没有人接着修改之前',
    tag: 'imports',
    permission: 'import.run',
    bare: true,
    params: ImportId,
    body: undoBody,
    output: Moved,
    run: async ({ actor, params, body }) => {
      if (!actor) return failure(401, 'sign_in_required');
      try {
        return await withActor(
          actor,
          async (tx) => {
            const answer = await undoImport(tx, actor, params.id, body.reason);
            if (!answer.ok) throw new Refused(answer);
            return answer;
          },
          { action: 'import.undo', reason: body.reason, long: true },
        );
      } catch (thrown) {
        if (thrown instanceof Refused) return thrown.denied;
        throw thrown;
      }
    },
  }),
});
