import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { confirmedPlan } from '../../support/fund-rows';
import { fileRow, type ProjectMade, projectRow, stageRow } from '../../support/project-rows';
import { insert, type World } from '../../support/world';
import { drawing } from '../funds/random';

/** From which day to which the database takes it to be: by the owner's clock. */
export async function itIs(world: World, day: string): Promise<void> {
  await world.owner.query(
    `UPDATE anju_clock SET shift_ms = (extract(epoch FROM ($1::date + interval '9 hours') AT TIME ZONE 'Asia/Shanghai' - now()) * 1000)::bigint`,
    [day],
  );
}

export const todayIs = async (world: World): Promise<CalendarDate> =>
  (await world.owner.query('SELECT anju_today()::text AS today')).rows[0].today;

/** A month of a project, as an accepted report leaves it. */
export async function month(world: World, project: ProjectMade, day: string, percent: number): Promise<void> {
  await world.owner.query(
    `INSERT INTO project_month (project_id, county_id, month, percent_bp, investment, accepted_at) VALUES ($1, $2, $3, $4, 0, anju_now())
     ON CONFLICT (project_id, month) DO UPDATE SET percent_bp = excluded.percent_bp`,
    [project.id, project.countyId, day, Math.round(percent * 100)],
  );
}

const by = (world: World) => world.actors.lufengClerk.accountId;

export async function milestone(world: World, project: ProjectMade, kind: 'start' | 'completion', receivedOn: string) {
  await world.owner.query(
    `INSERT INTO milestone (project_id, county_id, kind, actual_on, stated_on, first_received_at, received_at, reported_by)
     VALUES ($1, $2, $3, $4, $4, ($4::date + interval '10 hours') AT TIME ZONE 'Asia/Shanghai', ($4::date + interval '10 hours') AT TIME ZONE 'Asia/Shanghai', $5)
     ON CONFLICT (project_id, compound_id, kind) DO NOTHING`,
    [project.id, project.countyId, kind, receivedOn, by(world)],
  );
}

export async function finding(world: World, project: ProjectMade, inspectedOn: string, limitOn: string) {
  return insert(world.owner, 'finding', {
    ...{ project_id: project.id, county_id: project.countyId, kind: 'quality', grade: 'major', place: '3栋' },
    ...{ content: '屋面渗漏', inspected_on: inspectedOn, limit_on: limitOn, created_by: by(world) },
  });
}

export async function stopWork(world: World, project: ProjectMade, issuedOn: string): Promise<string> {
  return insert(world.owner, 'stop_work', {
    ...{ project_id: project.id, county_id: project.countyId, no: `停〔2020〕${issuedOn}`, level: 'county' },
    ...{ reason: '脚手架不合格', issued_on: issuedOn, issuer: '县住建局', created_by: by(world) },
  });
}

export async function lift(world: World, id: string): Promise<void> {
  const file = await fileRow(world, 'lufengClerk');
  await world.owner.query(
    `UPDATE stop_work SET lifted_on = issued_on, lift_reason = '已整改', lift_file_id = $2, lifted_by = $3 WHERE id = $1`,
    [id, file.id, by(world)],
  );
}

/** Projects of two counties in the plan of 2020, at stages by chance. */
export async function planned(world: World, count: number, seed: number): Promise<ProjectMade[]> {
  const draw = drawing(seed);
  const made: ProjectMade[] = [];
  for (let at = 0; at < count; at++)
    made.push(await projectRow(world, { county: draw(3) ? 'lufeng' : 'shuangbai', stage: 6 + draw(4) }));
  await confirmedPlan(
    world,
    made.filter((_, at) => at % 5 !== 4),
  );
  return made;
}

const dayOf = (draw: (below: number) => number) =>
  `2020-${String(1 + draw(8)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;

/** So many facts by chance, of every kind that the light looks at; what the database refuses is passed over. */
export async function recordFacts(world: World, projects: readonly ProjectMade[], seed: number, steps: number) {
  const draw = drawing(seed);
  const [findings, stops]: [string[], string[]] = [[], []];
  const update = (sql: string, id: string | undefined) => world.owner.query(sql, [id]);
  for (let step = 0; step < steps; step++) {
    const project = projects[draw(projects.length)] as ProjectMade;
    const day = dayOf(draw);
    const kinds: (() => Promise<unknown>)[] = [
      ...Array(4).fill(() => month(world, project, `${day.slice(0, 7)}-01`, draw(10_001) / 100)),
      () => milestone(world, project, 'start', day),
      () => (draw(3) ? Promise.resolve() : milestone(world, project, 'completion', day)),
      async () => findings.push(await finding(world, project, '2020-01-02', day)),
      () =>
        update(
          `UPDATE finding SET status = 'rectified', rectified_on = inspected_on, rectification = '已修' WHERE id = $1`,
          findings.pop(),
        ),
      async () => stops.push(await stopWork(world, project, day)),
      () => (stops.length > 0 ? lift(world, stops.pop() as string) : Promise.resolve()),
      () => update(`UPDATE project SET stage = least(stage + 1, 11) WHERE id = $1`, project.id),
      () => stageRow(world, project.id, 8, day),
      () =>
        update(
          `UPDATE project SET status = CASE status WHEN 'active' THEN 'suspended' ELSE 'active' END WHERE id = $1`,
          project.id,
        ),
      () =>
        update(
          `UPDATE milestone SET status = 'returned', remark = '重报', material = true, first_received_at = NULL, decided_by = reported_by WHERE project_id = $1 AND status = 'submitted'`,
          project.id,
        ),
      () =>
        draw(8)
          ? Promise.resolve()
          : world.owner.query(
              `UPDATE programme_year SET complete_by = '2020-06-30'::date + $1::int WHERE year = 2020`,
              [draw(40)],
            ),
    ];
    await kinds[draw(kinds.length)]?.().catch((error: { code?: string }) => {
      if (!/^(23|42501)/.test(error.code ?? '')) throw error;
    });
  }
}
