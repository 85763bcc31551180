import type pg from 'pg';
import type { Ground, Told } from '../projects/told';
import { onStage } from '../votes/stage';
import { tellComplaints } from './complaints';
import { loadCountyMonths, tellOutage } from './county-months';
import { loadReports } from './load-reports';
import { tellMilestones } from './milestones';
import { tellNews } from './news';
import { worksOf } from './percent';
import { reportsOf } from './reports';
import { tellSupervision } from './supervision';
import { tellSurveys } from './surveys';

/** What happens on site and around it, as the offices have reported it by today. Answers what was loaded. */
export async function loadSite(
  client: pg.Client,
  ground: Ground,
  all: readonly Told[],
): Promise<Record<string, number>> {
  const works = worksOf(ground, all);
  const reports = reportsOf(all, works);
  const counts: Record<string, number> = { reports: reports.length };
  await onStage(client, ground.today, async (stage) => {
    await loadReports(stage, ground, reports);
    await loadCountyMonths(stage, ground, all, reports);
    counts.complaints = await tellComplaints(stage, all);
    counts.surveys = await tellSurveys(stage, all);
    await tellSupervision(stage, all);
    counts.news = await tellNews(stage);
  });
  tellMilestones(all, works);
  tellOutage(ground, all[0]?.county.prefectureId ?? '');
  for (const table of ['milestone', 'outage']) await ground.rows.write(client, table);
  await client.query(
    'ANALYZE progress_report, progress_item, progress_sending, project_month, milestone, county_month, complaint, satisfaction_roll, news',
  );
  return counts;
}
