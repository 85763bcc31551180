import * as answerRoute from '@/app/api/v1/complaints/[id]/answer/route';
import * as assignRoute from '@/app/api/v1/complaints/[id]/assign/route';
import * as mergeRoute from '@/app/api/v1/complaints/[id]/merge/route';
import * as complaintsRoute from '@/app/api/v1/complaints/route';
import * as openRoute from '@/app/api/v1/projects/[id]/satisfaction/route';
import * as answersRoute from '@/app/api/v1/satisfaction/[id]/answers/route';
import type { Handler } from '@/lib/server/define-route';
import { projectAt } from '../stage-project';
import type { CallOptions, World } from '../world';
import type { Caller, Side } from './side';

interface Made {
  id: string;
  version: number;
}

/** What they are made with: the stage, as far as complaints need it. */
interface Makers {
  readonly world: World;
  readonly today: string;
  next: () => number;
  nameOf: (side: Side, name: string) => string;
  compound: (side: Side) => Promise<{ id: string }>;
  post: <T = Made>(who: Caller, route: { POST: Handler }, body: unknown, more?: CallOptions) => Promise<T>;
}

/** Complaints at each step, and surveys with their households, each time new, by the product's own doors. */
export class ComplaintsStage {
  constructor(private readonly stage: Makers) {}

  body = async (d: Side) => ({
    ...{ kind: 'complaint', subject: 'quality', channel: 'phone', receivedOn: this.stage.today },
    ...{ content: this.stage.nameOf(d, `第${this.stage.next()}次漏水`), contact: '13800001234' },
    compoundId: (await this.stage.compound(d)).id,
  });

  received = async (d: Side): Promise<Made> => this.stage.post<Made>(d.clerk, complaintsRoute, await this.body(d));

  private step = (d: Side, route: { POST: Handler }, { id, version }: Made, body: unknown) =>
    this.stage.post<Made>(d.clerk, route, body, { params: { id }, headers: { 'if-match': `"${version}"` } });

  assigned = async (d: Side) => this.step(d, assignRoute, await this.received(d), { to: 'bureau' });

  answered = async (d: Side) => this.step(d, answerRoute, await this.assigned(d), { answer: '已经修好' });

  merged = async (d: Side) => {
    const [one, into] = [await this.received(d), await this.received(d)];
    return this.step(d, mergeRoute, one, { intoId: into.id });
  };

  /** In stage 8, with six households. */
  project = async (d: Side) => {
    const made = await projectAt(this.stage.world, 8, 'submit', d);
    const { owner } = this.stage.world;
    for (let room = 102; room < 107; room += 1)
      await owner.query(
        `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key, exclusive_area) VALUES ($1, $2, $3, '1', $4, $4, 8833)`,
        [made.buildingId, made.compoundId, d.county.id, String(room)],
      );
    const { rows } = await owner.query<{ id: string }>(
      'SELECT id FROM household WHERE compound_id = $1 ORDER BY room',
      [made.compoundId],
    );
    return { ...made, homes: rows.map(({ id }) => id) };
  };

  survey = async (d: Side) => {
    const project = await this.project(d);
    const { compoundId, homes } = project;
    const made = await this.stage.post<Made>(d.clerk, openRoute, { compoundId }, { params: { id: project.id } });
    return { ...made, homes, projectId: project.id, compoundId };
  };

  answer = (d: Side, id: string, householdId: string, answer = 'satisfied') =>
    this.stage.post(d.clerk, answersRoute, { householdId, answer, how: 'door' }, { params: { id } });

  /** Enough have answered to close it. */
  surveyed = async (d: Side) => {
    const made = await this.survey(d);
    for (const home of made.homes.slice(0, 5)) await this.answer(d, made.id, home);
    return made;
  };
}
