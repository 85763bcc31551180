import type pg from 'pg';
import { certifyRound, checkBallots, closeRound, openRound, recordBallots } from './votes';
import { insert, type Place } from './world';

interface Office {
  county: Place;
  code: string;
  account: string;
  rulebookId: string;
}

async function notices(
  owner: pg.Client,
  { county, code, account }: Office,
  rows: { compoundId: string },
  roundId: string,
) {
  const { rows: files } = await owner.query<{ id: string }>(
    'SELECT id FROM stored_file WHERE county_id = $1 ORDER BY id LIMIT 1',
    [county.id],
  );
  const file = files[0]?.id;
  const scheme = await insert(owner, 'scheme', {
    ...{ compound_id: rows.compoundId, county_id: county.id, no: 1, title: '改造方案', estimate: 100, owners_share: 1 },
    created_by: account,
  });
  await owner.query(
    `INSERT INTO scheme_part (scheme_id, part, county_id, summary, file_id, file_sha256) VALUES ($1, 'design', $2, '外墙', $3, 'x')`,
    [scheme, county.id, file],
  );
  const notice = await insert(owner, 'notice', {
    ...{
      county_id: county.id,
      kind: 'result',
      compound_id: rows.compoundId,
      round_id: roundId,
      title: `${code} 结果公示`,
    },
    ...{ issuer: '社区居委会', body: '现予公示', days: 7, created_by: account },
  });
  await owner.query(
    `UPDATE notice SET status = 'published', hash = 'x', starts_on = '2031-01-01', ends_on = '2031-01-08', published_by = $2 WHERE id = $1`,
    [notice, account],
  );
  const list = await insert(owner, 'notice', {
    ...{ county_id: county.id, kind: 'list', title: '项目清单', issuer: '住建局', body: '现予公示', days: 7 },
    created_by: account,
  });
  await owner.query(`INSERT INTO notice_compound (notice_id, compound_id, county_id) VALUES ($1, $2, $3)`, [
    list,
    rows.compoundId,
    county.id,
  ]);
  await owner.query(
    `INSERT INTO notice_photo (notice_id, file_id, county_id, place, taken_on, created_by) VALUES ($1, $2, $3, '1栋门口', '2031-01-01', $4)`,
    [notice, file, county.id, account],
  );
  await owner.query(
    `INSERT INTO objection (notice_id, county_id, round_id, source, content, contact) VALUES ($1, $2, $3, 'page', '登记有误', '\\x01')`,
    [notice, county.id, roundId],
  );
}

/** A certified round with a ballot corrected and one looked at, a call, a visit, a form; and what was published of it. */
export async function votes(owner: pg.Client, office: Office, rows: { compoundId: string }): Promise<void> {
  const { county, code, account, rulebookId } = office;
  // who looks is somebody else
  const other = county.id;
  await owner.query('BEGIN');
  await owner.query(`SELECT set_config('app.counties', $1, true)`, [`{${county.id}}`]);
  const compound = { id: rows.compoundId, rulebookId, account, code: `${code}-V1` };
  const dwellings = [1, 2, 2].map((voter, at) => ({ building: at % 2, area: 8_833 + at, voter }));
  const { id, households } = await openRound(owner, compound, dwellings);
  const of = [id, households[0], county.id, account];
  await owner.query(
    `INSERT INTO vote_form (form_no, round_id, household_id, county_id, batch, serial, printed_by) VALUES ($5, $1, $2, $3, 1, 1, $4)`,
    [...of, `${code}-V1-0001`],
  );
  await owner.query(
    `INSERT INTO door_visit (round_id, household_id, county_id, outcome, visited_on, recorded_by) VALUES ($1, $2, $3, 'visited', '2031-01-01', $4)`,
    of,
  );
  const first = await recordBallots(
    owner,
    id,
    households.map((household) => ({ household })),
    account,
  );
  const second = await recordBallots(
    owner,
    id,
    [{ household: households[1] ?? '', kind: 'corrected', choice: 'disagree', replaces: first[1] }],
    account,
  );
  await checkBallots(owner, id, [first[0] ?? '', second[0] ?? ''], { account: other });
  await closeRound(owner, id);
  await owner.query('INSERT INTO call_back (round_id, household_id, county_id, ballot_id) VALUES ($1, $2, $3, $4)', [
    id,
    households[0],
    county.id,
    first[0],
  ]);
  await owner.query(
    `UPDATE call_back SET outcome = 'confirmed', called_by = $2, called_at = anju_now() WHERE round_id = $1`,
    [id, account],
  );
  await certifyRound(owner, id);
  await notices(owner, office, rows, id);
  await owner.query('COMMIT');
}
