import { z } from 'zod';
import { contradictionsQuery, contradictoryProject } from '@/lib/domain/stages/answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { contradictoryProjects } from '@/lib/server/stages/contradictions';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '前后不一致的项目：不可能都对的记录，各有核对的地方',
    tag: 'projects',
    permission: 'project.read',
    query: contradictionsQuery,
    output: z.object({ items: z.array(contradictoryProject) }),
    run: async ({ reader, actor, query }) => done({ items: await contradictoryProjects(reader, actor, query) }),
  }),
});
