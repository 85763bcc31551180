import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { projectEvents } from '@/lib/server/projects/events';
import { projectHead } from '@/lib/server/projects/queries';
import { EventShape, projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的经过，最新的在前',
    tag: 'projects',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(EventShape) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await projectEvents(reader, actor, params.id) })
        : notFound(),
  }),
});
