import { inspectionInput, inspectionListQuery } from '@/lib/domain/inspections/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { addInspection } from '@/lib/server/inspections/commands';
import { listInspections } from '@/lib/server/inspections/queries';
import { InspectionListShape, InspectionShape } from '@/lib/server/inspections/shapes';
import { projectHead } from '@/lib/server/projects/queries';
import { projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的检查记录，有未销号问题的在前',
    tag: 'inspections',
    permission: 'project.read',
    params: projectParams,
    query: inspectionListQuery.pick({ page: true, limit: true }),
    output: InspectionListShape,
    run: async ({ reader, actor, params, query }) =>
      (await projectHead(reader, actor, params.id))
        ? done(await listInspections(reader, actor, { ...query, project: params.id }))
        : notFound(),
  }),
  POST: operation({
    summary: '登记一次检查：要点、问题、照片、停工通知一次办完',
    description:
      '正文自成一体：照片先用 POST /files 上传，正文只带文件编号；设备时间和位置按设备所报保存。任何一处不符合规则，整次检查都不保存，并列出全部原因。同一要点仍有未销号问题的，记为再次发现，不另立问题，整改期限不变；已销号后再发生的，登记为重复问题并计次。',
    tag: 'inspections',
    permission: 'inspection.write',
    action: 'inspection.create',
    params: projectParams,
    body: inspectionInput,
    output: InspectionShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addInspection(tx, actor, params.id, body),
  }),
});
