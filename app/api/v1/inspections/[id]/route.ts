import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { inspectionDetail } from '@/lib/server/inspections/queries';
import { InspectionShape, inspectionParams } from '@/lib/server/inspections/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一次检查：逐项结果、问题和照片',
    tag: 'inspections',
    permission: 'project.read',
    params: inspectionParams,
    output: InspectionShape,
    run: async ({ reader, actor, params }) => {
      const found = await inspectionDetail(reader, actor, params.id);
      return found ? done(found) : notFound();
    },
  }),
});
