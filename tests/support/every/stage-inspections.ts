import * as inspectionsRoute from '@/app/api/v1/projects/[id]/inspections/route';
import * as liftRoute from '@/app/api/v1/projects/[id]/stop-works/[stopWorkId]/lift/route';
import * as stopWorksRoute from '@/app/api/v1/projects/[id]/stop-works/route';
import type { Handler } from '@/lib/server/define-route';
import type { CallOptions, World } from '../world';
import type { Caller, Side } from './side';
import type { ProjectsStage } from './stage-projects';

interface Made {
  id: string;
  version: number;
}

interface Makers {
  readonly world: World;
  readonly projects: ProjectsStage;
  next: () => number;
  picture: (d: Side) => Promise<Made>;
  post: <T = Made>(who: Caller, route: { POST: Handler }, body: unknown, more?: CallOptions) => Promise<T>;
}

/** One that found a puddle on the road. */
export const inspectionBody = (compoundId: string) => ({
  ...{ kinds: ['quality', 'safety'], compoundId, inspectedOn: '2020-04-01', participants: '监理、施工单位' },
  deviceAt: '2020-04-01T10:20:00+08:00',
  position: { latitudeE6: 25_145_678, longitudeE6: 102_074_321, accuracyM: 12 },
  checks: [
    { code: 'S-06', result: 'pass' },
    { code: 'C-R07-01', result: 'none', note: '尚未施工' },
    {
      ...{ code: 'C-R07-02', result: 'fail' },
      finding: { grade: 'major', place: '2栋前路面', content: '积水', limitOn: '2020-04-10', responsible: '施工单位' },
    },
  ],
});

/** Inspections of projects whose works have begun, and stop-work notes for what they found. */
export class InspectionsStage {
  constructor(private readonly stage: Makers) {}

  inspection = async (d: Side) => {
    const project = await this.stage.projects.contract(d);
    const made = await this.stage.post<Made & { checks: { finding: { id: string } | null }[] }>(
      d.clerk,
      inspectionsRoute,
      inspectionBody(project.compoundId),
      { params: { id: project.id } },
    );
    const findingId = made.checks.find(({ finding }) => finding)?.finding?.id ?? '';
    return { projectId: project.id, id: made.id, findingId };
  };

  /** Its finding is closed: it can be lifted. */
  stopWork = async (d: Side) => {
    const { projectId, findingId } = await this.inspection(d);
    const body = {
      no: `停-${this.stage.next()}`,
      issuedOn: '2020-04-02',
      reason: '积水未处理',
      findingIds: [findingId],
    };
    const note = await this.stage.post<Made>(d.clerk, stopWorksRoute, body, { params: { id: projectId } });
    await this.stage.world.owner.query(
      `UPDATE finding SET status = 'closed', rectified_on = '2020-04-05', rectification = '已返工', rechecked_on = '2020-04-06' WHERE id = $1`,
      [findingId],
    );
    return { projectId, note };
  };

  lifted = async (d: Side) => {
    const { projectId, note } = await this.stopWork(d);
    const body = {
      liftedOn: '2020-04-08',
      reason: '已复查销号',
      fileId: await this.stage.projects.filed(projectId, await this.stage.picture(d)),
    };
    await this.stage.post<Made>(d.clerk, liftRoute, body, {
      params: { id: projectId, stopWorkId: note.id },
      headers: { 'if-match': `"${note.version}"` },
    });
    return { id: projectId, stopWorkId: note.id };
  };
}
