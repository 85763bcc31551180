import type pg from 'pg';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { compound, county, project } from '../unit/domain/scorecards/county';
import { insert } from './world';

export interface CountyResult {
  countyId: string;
  /** hundredths */
  total: number;
  grade: string;
  rank: number;
  vetoed?: boolean;
  /** approved bonus, hundredths */
  bonus?: number;
  /** compounds that the frozen facts have complete */
  completed?: number;
}

interface Season {
  prefectureId: string;
  programmeYearId: string;
  rulebookId: string;
  by: string;
  results: readonly CountyResult[];
  consentNo?: string;
  consentOn?: string;
  /** false: the last step, the consent, is still to come */
  isFinal?: boolean;
}

let years = 4_000;

/** A year that nobody else has, by the rule book that was loaded last. */
export async function newYear(
  owner: pg.Client,
  prefectureId: string,
): Promise<Pick<Season, 'programmeYearId' | 'rulebookId'>> {
  years += 1;
  const { rows } = await owner.query<{ id: string; rulebook: string }>(
    `INSERT INTO programme_year (prefecture_id, year, rulebook_id, target_share, start_by, complete_by)
     SELECT $1, $2, id, 70, '2020-02-29', '2020-06-30' FROM rulebook_version ORDER BY loaded_at DESC LIMIT 1 RETURNING id, rulebook_id AS rulebook`,
    [prefectureId, years],
  );
  return { programmeYearId: rows[0]?.id ?? '', rulebookId: rows[0]?.rulebook ?? '' };
}

/** The facts of a county whose every record is as it should be, with so many compounds complete and one that is not. */
const frozen = (completed: number): ScoreFacts =>
  county({
    projects: [
      project(1, {
        compounds: Array.from({ length: completed + 1 }, (_, at) =>
          compound(at, at < completed ? {} : { completedOn: null, accepted: false }),
        ),
      }),
    ],
  });

/** Each card goes its way as the database demands it, in the hands of its owner. */
async function card(owner: pg.Client, season: string, by: string, one: CountyResult): Promise<string> {
  const { countyId, bonus = 0, completed = 0, vetoed = false } = one;
  const id = await insert(owner, 'scorecard', { season_id: season, county_id: countyId, summary: '全年任务按期完成' });
  const own = { scorecard_id: id, county_id: countyId };
  if (bonus > 0) {
    const entry = { ...own, title: '试点', what: '列入省级试点', claimed: bonus, created_by: by };
    await insert(owner, 'score_bonus', entry);
  }
  await insert(owner, 'score_snapshot', { ...own, no: 1, content: JSON.stringify(frozen(completed)), taken_by: by });
  const step = (set: string) => owner.query(`UPDATE scorecard SET ${set} WHERE id = $1`, [id]);
  await step(`status = 'submitted', submissions = 1, submitted_by = '${by}', submitted_at = anju_now()`);
  await owner.query(
    `UPDATE score_bonus SET approved = claimed, decided_by = $2, decided_at = anju_now() WHERE scorecard_id = $1`,
    [id, by],
  );
  if (vetoed) {
    const verdict = { ground: 'criticised', verdict: 'applies', reason: '省通报批评', document_no: '云建〔2020〕9号' };
    await insert(owner, 'score_veto', { ...own, ...verdict, evidence: '[]', decided_by: by });
  }
  await step(`status = 'reviewed', reviewed_by = '${by}', reviewed_at = anju_now(), dispute_until = anju_today()`);
  await step(`status = 'deliberated'`);
  return id;
}

/** A season of a year with its counties' results, final by the consent of the prefecture government unless it is said otherwise. */
export async function finalSeason(owner: pg.Client, season: Season): Promise<string> {
  const { by, results, consentNo = '楚政复〔2020〕21号', consentOn = '2020-12-31', isFinal = true } = season;
  const id = await insert(owner, 'score_season', {
    ...{ prefecture_id: season.prefectureId, programme_year_id: season.programmeYearId, created_by: by },
    ...{ rulebook_id: season.rulebookId, self_due_on: '2020-12-20' },
  });
  const made: [string, CountyResult][] = [];
  for (const one of results) made.push([await card(owner, id, by, one), one]);
  await owner.query(
    `UPDATE score_season SET deliberation = '同意评审结果', deliberated_by = $2, deliberated_at = anju_now() WHERE id = $1`,
    [id, by],
  );
  if (!isFinal) return id;
  for (const [of, { total, grade, rank, vetoed = false }] of made)
    await owner.query(
      `UPDATE scorecard SET status = 'final', total = $2, grade = $3, rank = $4, vetoed = $5 WHERE id = $1`,
      [of, total, grade, rank, vetoed],
    );
  await owner.query(
    `UPDATE score_season SET status = 'closed', consent_no = $2, consent_on = $3, closed_by = $4, closed_at = anju_now() WHERE id = $1`,
    [id, consentNo, consentOn, by],
  );
  return id;
}
