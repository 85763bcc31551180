import type pg from 'pg';
import { insert } from './world';

interface Office {
  prefectureId: string;
  county: { id: string };
  code: string;
  account: string;
}

/** A notice to the county about a project of its own, with what happened to it; and a piece of news that the county filed. */
export async function supervision(owner: pg.Client, { prefectureId, county, code, account }: Office): Promise<void> {
  const project = await owner.query<{ id: string }>('SELECT id FROM project WHERE county_id = $1 LIMIT 1', [county.id]);
  const year = await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE prefecture_id = $1 LIMIT 1', [
    prefectureId,
  ]);
  const id = await insert(owner, 'supervision', {
    ...{ prefecture_id: prefectureId, county_id: county.id, document_no: `督〔2031〕${code}`, issued_on: '2031-03-01' },
    ...{ title: '督办通知', demand: '限期开工', first_limit_on: '2031-03-20', limit_on: '2031-03-20' },
    created_by: account,
  });
  await owner.query(
    'INSERT INTO supervision_project (supervision_id, project_id, county_id, facts) VALUES ($1, $2, $3, $4)',
    [...[id, project.rows[0]?.id, county.id, '{"stage": 8}']],
  );
  await insert(owner, 'supervision_event', {
    ...{ supervision_id: id, county_id: county.id, kind: 'issued', created_by: account },
  });
  await insert(owner, 'news', {
    ...{ county_id: county.id, programme_year_id: year.rows[0]?.id, kind: 'progress', level: 'county' },
    ...{ title: '开工', title_key: '开工', happened_on: '2031-03-02', created_by: account },
    ...{ link: `https://www.example.cn/${code}`, link_key: `example.cn/${code}` },
  });
  await figuresKept(owner, { countyId: county.id, yearId: year.rows[0]?.id });
}

/** What is kept for a leader's page: a score, and the end of a month. */
async function figuresKept(owner: pg.Client, { countyId, yearId }: { countyId: string; yearId: string | undefined }) {
  await owner.query(
    `INSERT INTO score_kept (county_id, programme_year_id, points, grade, veto) VALUES ($1, $2, 8800, 'good', 'none') ON CONFLICT DO NOTHING`,
    [countyId, yearId],
  );
  await owner.query(
    `INSERT INTO month_end (county_id, month, lines, hash)
     VALUES ($1, '2031-03-01', '[]', encode(sha256(convert_to(concat($1::uuid, ' 2031-03-01 []'), 'UTF8')), 'hex')) ON CONFLICT DO NOTHING`,
    [countyId],
  );
}
