import { z } from 'zod';
import { outageAnswer } from '@/lib/domain/progress/answers';
import { outageInput } from '@/lib/domain/progress/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { outagesOf, recordOutage } from '@/lib/server/progress/outages';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '系统中断记录，最近的在前',
    tag: 'progress',
    permission: 'project.read',
    output: z.object({ items: z.array(outageAnswer) }),
    run: async ({ reader, actor }) => done({ items: await outagesOf(reader, actor) }),
  }),
  POST: operation({
    summary: '登记一次系统中断；落在报送期内的，期限按中断的天数顺延',
    tag: 'progress',
    permission: 'outage.write',
    action: 'outage.record',
    body: outageInput,
    output: outageAnswer,
    status: 201,
    run: ({ tx, actor, body }) => recordOutage(tx, actor, body),
  }),
});
