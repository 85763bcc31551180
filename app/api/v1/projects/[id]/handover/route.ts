import { handoverInput } from '@/lib/domain/aftercare/schema';
import { addLines } from '@/lib/server/aftercare/handover';
import { AftercareShape } from '@/lib/server/aftercare/shapes';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '在移交清单中登记一项或多项',
    tag: 'projects',
    permission: 'aftercare.write',
    action: 'handover.add',
    params: idParams,
    body: handoverInput,
    output: AftercareShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addLines(tx, actor, params.id, body),
  }),
});
