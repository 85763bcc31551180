import type pg from 'pg';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { settingsOf } from '@/lib/server/db/settings';
import { type Ground, idOfPerson } from '../projects/told';
import { actors } from '../votes/stage';
import type { Stage } from '../votes/types';
import { correctionsOf, decisionsOf, type Signature, waysOf } from './report-ways';
import { type Reported, tellReports } from './reports';

const SEND = `INSERT INTO progress_sending (id, report_id, project_id, county_id, no, content, sent_by, actor)
  SELECT id, report_id, project_id, county_id, no, content, sent_by, actor
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, report_id uuid, project_id uuid, county_id uuid, no int, content jsonb, sent_by uuid, actor text)`;

/** As the commands leave it (lib/server/progress/reports.ts): received when the sending was, and for the first time once. */
const MOVE = `UPDATE progress_report r SET status = x.status, version = r.version + 1, updated_at = coalesce(x.at, s.received_at),
    sent = CASE WHEN x.status = 'submitted' THEN x.no ELSE r.sent END, received_at = CASE WHEN x.status = 'submitted' THEN s.received_at ELSE r.received_at END,
    first_received_at = CASE WHEN x.material THEN NULL WHEN x.status = 'submitted' THEN coalesce(r.first_received_at, s.received_at) ELSE r.first_received_at END,
    accepted_no = CASE WHEN x.status = 'accepted' THEN x.no ELSE r.accepted_no END, accepted_at = CASE WHEN x.status = 'accepted' THEN x.at ELSE r.accepted_at END
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, status text, no int, material boolean, at timestamptz) JOIN progress_sending s ON s.report_id = x.id AND s.no = x.no WHERE r.id = x.id`;

export async function signatures(client: pg.Client): Promise<Signature> {
  const people = await actors(client);
  return (username) => {
    const actor = people.get(username);
    const text = actor && settingsOf(actor).find(([name]) => name === 'app.actor')?.[1];
    if (!text) throw new Error(`demonstration: nobody is called ${username}`);
    return text;
  };
}

/** Received by the server's clock: it is put to the moment of each sending, and stamps and hashes what comes in. */
async function send({ client, act }: Stage, reports: readonly Reported[], sign: Signature): Promise<void> {
  const all = reports.flatMap(({ told, id, by, sendings }) =>
    sendings.map(({ day, time, content, ...sending }) => ({
      moment: { day, time },
      row: {
        ...{ ...sending, content, report_id: id, project_id: told.id, county_id: told.county.id },
        ...{ sent_by: idOfPerson(told, by), actor: sign(by) },
      },
    })),
  );
  for (const group of groupBy(all, ({ moment }) => `${moment.day} ${moment.time}`).values()) {
    const [first] = group;
    if (first)
      await act('zhou.zjj1', first.moment, () => client.query(SEND, [JSON.stringify(group.map(({ row }) => row))]));
  }
}

/** 月报: kept, sent, decided on, corrected; what counts of each month the database keeps by itself. */
export async function loadReports(stage: Stage, ground: Ground, reports: readonly Reported[]): Promise<void> {
  const { client } = stage;
  const { rows } = ground;
  const sign = await signatures(client);
  tellReports(reports);
  for (const table of ['stored_file', 'progress_report', 'progress_item', 'progress_photo'])
    await rows.write(client, table);
  await send(stage, reports, sign);
  for (const row of decisionsOf(reports, sign)) rows.add('progress_decision', row);
  for (const row of correctionsOf(reports, sign)) rows.add('progress_correction', row);
  for (const table of ['progress_decision', 'progress_correction']) await rows.write(client, table);
  for (const round of waysOf(reports)) await client.query(MOVE, [JSON.stringify(round)]);
}
