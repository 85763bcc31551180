import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarEntry } from '@/lib/domain/progress/calendar';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { withReader } from '@/lib/server/db/with-reader';
import { calendarOf } from '@/lib/server/progress/calendar';
import { clockAt } from '../../support/clock';
import { projectAt, type StageProject } from '../../support/stage-project';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let made: StageProject;
beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2020-06-03T10:00+08:00');
  made = await projectAt(world, 8, 'submit');
  const by = { created_by: world.actors.lufengClerk.accountId };
  const of = { project_id: made.id, county_id: world.lufeng.id };
  const found = {
    ...of,
    kind: 'quality',
    grade: 'minor',
    place: '1栋',
    content: '灰缝不满',
    inspected_on: '2020-06-01',
  };
  await insert(world.owner, 'finding', { ...found, limit_on: '2020-06-10', ...by });
  await insert(world.owner, 'finding', { ...found, limit_on: '2020-06-10', content: '扶手松动', ...by });
  await insert(world.owner, 'finding', { ...found, limit_on: '2020-07-01', content: '下月的', ...by });
  await insert(world.owner, 'aftercare_check', { ...of, months: 6, due_on: '2020-06-30' });
});
afterAll(() => world.end());

const seen = (as: Person, month = '2020-06'): Promise<CalendarEntry[]> =>
  withReader(world.actors[as], (reader) => calendarOf(reader, world.actors[as], month as ReportMonth));
const brief = (entries: CalendarEntry[]) => entries.map(({ on, kind, count }) => [on, kind, count]);

describe('what falls due in June', () => {
  it('the report of May, the year’s last day, findings together, later checks; of July nothing', async () => {
    const june = await seen('lufengClerk');
    expect(brief(june)).toEqual([
      ['2020-06-05', 'reportDue', 1],
      ['2020-06-30', 'completeBy', 1],
      ['2020-06-10', 'finding', 2],
      ['2020-06-30', 'aftercare', 1],
    ]);
    expect(june.find(({ kind }) => kind === 'finding')?.href).toBe(`/projects/${made.id}/works#findings`);
  });

  it('of another county’s projects nothing, of the prefecture’s all', async () => {
    expect(brief(await seen('shuangbaiClerk')).map(([, kind]) => kind)).toEqual(['reportDue', 'completeBy']);
    expect(brief(await seen('prefectureBureau'))).toEqual(brief(await seen('lufengClerk')));
  });

  it('the reporting day moves by the days on which the system was down', async () => {
    await insert(world.owner, 'outage', {
      ...{ prefecture_id: world.prefectureId, from_at: '2020-06-02T08:00+08:00', to_at: '2020-06-02T12:00+08:00' },
      ...{ reason: '机房停电', recorded_by: world.actors.prefectureBureau.accountId },
    });
    expect((await seen('lufengClerk')).find(({ kind }) => kind === 'reportDue')?.on).toBe('2020-06-06');
  });
});
