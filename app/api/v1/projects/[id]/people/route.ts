import { z } from 'zod';
import { personInput } from '@/lib/domain/projects/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { namePerson, peopleOf } from '@/lib/server/projects/people';
import { projectHead } from '@/lib/server/projects/queries';
import { PersonShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '指定到项目的人员',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(PersonShape) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await peopleOf(reader, actor, params.id) })
        : notFound(),
  }),
  POST: operation({
    summary: '指定一个账号（实施单位、监理监督）参与项目',
    tag: 'projects',
    permission: 'project.write',
    action: 'project.namePerson',
    params: projectParams,
    body: personInput,
    output: PersonShape,
    status: 201,
    run: ({ tx, actor, params, body }) => namePerson(tx, actor, params.id, body.accountId),
  }),
});
