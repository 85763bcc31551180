import { inspectionListQuery } from '@/lib/domain/inspections/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { listInspections } from '@/lib/server/inspections/queries';
import { InspectionListShape } from '@/lib/server/inspections/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '各项目的检查记录，有未销号问题的在前',
    tag: 'inspections',
    permission: 'project.read',
    query: inspectionListQuery,
    output: InspectionListShape,
    run: async ({ reader, actor, query }) => done(await listInspections(reader, actor, query)),
  }),
});
