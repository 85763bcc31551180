import { z } from 'zod';
import { textField } from '@/lib/domain/kernel/input';
import { outageAnswer } from '@/lib/domain/progress/answers';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireOutage } from '@/lib/server/progress/outages';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤销误登记的系统中断，写明原因',
    tag: 'progress',
    permission: 'outage.write',
    action: 'outage.retire',
    params: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ reason: textField(200) }),
    output: outageAnswer,
    run: ({ tx, actor, params, body }) => retireOutage(tx, actor, params.id, body.reason),
  }),
});
