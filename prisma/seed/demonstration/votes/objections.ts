import type { RoundStory } from './journeys';
import type { Opened } from './recording';
import type { Place, Stage } from './types';

interface Doubted {
  id: string;
  notice: string;
  /** the day on which it came */
  day: number;
  story: RoundStory;
  homes: Opened['homes'];
}

const OBJECT = `INSERT INTO objection (notice_id, county_id, round_id, household_id, source, content)
  SELECT id, county_id, $2, $3, $4, $5 FROM notice WHERE id = $1 RETURNING id`;
const DISMISS = `UPDATE objection SET verdict = 'dismissed', reply = $2, answered_at = anju_now(), answered_by = $3, version = version + 1 WHERE id = $1`;

const OF_HOME = '查询到本户的登记情况与我家的意见不一致，当时我们在外地，没有填过表，请核实。';
const OF_NOTICE = '公示栏贴在侧门，很多住户看不到，希望正门也贴一份。';
const REPLY = '经调取原表并与业主本人当面核对，登记情况与原表一致，业主已确认，异议不成立。';

async function object({ client }: Stage, notice: string, source: string, said: string, about: [string, string] | null) {
  const { rows } = await client.query<{ id: string }>(OBJECT, [notice, ...(about ?? [null, null]), source, said]);
  return rows[0]?.id ?? '';
}

/** One about how a household is recorded, by its receipt code; answered two days later, or waiting beside one about the notice itself. */
export async function tellObjections(stage: Stage, { clerks }: Place, { id, notice, day, story, homes }: Doubted) {
  const home = homes[Math.floor(homes.length / 3)];
  if (!story.objection || !home) return;
  const [clerk] = clerks;
  const received = await stage.act(clerk, { day, time: '19:40' }, () =>
    object(stage, notice, 'receipt', OF_HOME, [id, home.id]),
  );
  if (story.objection === 'dismissed') {
    await stage.act(clerk, { day: day + 2, time: '10:30' }, async (actor) => {
      await stage.client.query(DISMISS, [received, REPLY, actor.accountId]);
    });
    return;
  }
  await stage.act(clerk, { day: day + 1, time: '08:15' }, () => object(stage, notice, 'page', OF_NOTICE, null));
}
