import { inspectionBody } from '../../support/every/stage-inspections';
import { asClerk, idOf, type Make, of } from './make';

/** Of inspections and stop-work notes: one example for every operation. */
export const INSPECTION_EXAMPLES: Record<string, Make> = {
  'GET /inspections': asClerk(async (_, d) => ({
    query: { county: d.county.id, kind: 'safety', level: 'county', open: 'yes', from: '2020-01-01', limit: '20' },
  })),
  'GET /inspections/{id}': asClerk(of((s, d) => s.inspections.inspection(d))),
  'GET /projects/{id}/inspections': asClerk(of((s, d) => s.projects.project(d))),
  'GET /projects/{id}/site': asClerk(async (s, d) => ({ params: { id: (await s.projects.contract(d)).id } })),
  'POST /projects/{id}/inspections': asClerk(async (s, d) => {
    const { id, compoundId } = await s.projects.contract(d);
    const photoFileIds = [await s.projects.filed(id, await s.picture(d))];
    const stopWork = { no: `停-${s.next()}`, reason: '积水严重', scope: 'compound' };
    return { params: { id }, body: { ...inspectionBody(compoundId), photoFileIds, stopWork } };
  }),
  'GET /projects/{id}/stop-works': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/stop-works': asClerk(async (s, d) => {
    const { projectId, findingId } = await s.inspections.inspection(d);
    const body = { no: `停-${s.next()}`, issuedOn: '2020-04-03', reason: '积水未处理', findingIds: [findingId] };
    return { params: { id: projectId }, body };
  }),
  'GET /projects/{id}/stop-works/{stopWorkId}/docx': asClerk(async (s, d) => {
    const { projectId, note } = await s.inspections.stopWork(d);
    return { params: { id: projectId, stopWorkId: note.id } };
  }),
  'GET /projects/{id}/stop-works/{stopWorkId}/lift/docx': asClerk(async (s, d) => ({
    params: await s.inspections.lifted(d),
  })),
  'POST /projects/{id}/stop-works/{stopWorkId}/lift': asClerk(async (s, d) => {
    const { projectId, note } = await s.inspections.stopWork(d);
    const body = {
      ...{ liftedOn: '2020-04-08', reason: '已复查销号' },
      fileId: await s.projects.filed(projectId, await s.picture(d)),
    };
    return { params: { ...idOf({ id: projectId }), stopWorkId: note.id }, version: note.version, body };
  }),
};
