import { defineRoutes, operation } from '@/lib/server/define-route';
import { endPerson } from '@/lib/server/projects/people';
import { PersonShape, personParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '结束一个账号的指定，立即生效',
    tag: 'projects',
    permission: 'project.write',
    action: 'project.endPerson',
    params: personParams,
    output: PersonShape,
    run: ({ tx, actor, params }) => endPerson(tx, actor, params.id, params.accountId),
  }),
});
