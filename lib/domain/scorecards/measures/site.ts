import type { ScoreFacts } from '../facts';
import { ofProject, type Row, row } from './row';

const underWay = ({ projects }: ScoreFacts) => projects.filter(({ longestGap }) => longestGap !== null);

/** Somebody inspected it. */
export const inspected = (facts: ScoreFacts): Row[] =>
  underWay(facts).map((project) => {
    const { inspections: count } = project;
    const met = count > 0;
    return row(ofProject(project), { met }, met ? 'score.inspected.met' : 'score.inspected.unmet', { count });
  });

/** 全过程: from the beginning to completion never longer without an inspection. What passed unwatched stays so. */
export const inspectionGaps = (facts: ScoreFacts, { days: most }: { days: number }): Row[] =>
  underWay(facts).map((project) => {
    const days = project.longestGap ?? 0;
    const met = days <= most;
    const says = met ? 'score.gap.met' : 'score.gap.unmet';
    return row(ofProject(project), { met, earnable: false }, says, { days, most });
  });

/** What inspections found was put right by its limit. */
export const findingsInTime = ({ projects }: ScoreFacts): Row[] =>
  projects
    .filter(({ findings }) => findings > 0)
    .map((project) => {
      const { findings: count, findingsLate: late } = project;
      const met = late === 0;
      const says = met ? 'score.findings.met' : 'score.findings.late';
      return row(ofProject(project), { met, earnable: false }, says, { count, late });
    });

/** 督办 answered by its limit; one that still has time is not asked. */
export const supervisionsInTime = ({ supervisions }: ScoreFacts): Row[] =>
  supervisions
    .filter(({ answeredOn, late }) => answeredOn !== null || late)
    .map(({ id, documentNo, title, limitOn: due, answeredOn: on, late }) =>
      row(
        { kind: 'supervision', id, name: `${documentNo} ${title}` },
        { met: !late, earnable: false },
        late ? 'score.supervision.late' : 'score.supervision.met',
        { due, on: on ?? '' },
      ),
    );

/** 按时录入填报: each month's report of a project was received by its day. */
export const reportsInTime = ({ projects }: ScoreFacts): Row[] =>
  projects
    .filter(({ reportsDue }) => reportsDue > 0)
    .map((project) => {
      const { reportsDue: count, reportsInTime: found } = project;
      const met = found >= count;
      const says = met ? 'score.reports.met' : 'score.reports.late';
      return row(ofProject(project), { met, earnable: false }, says, { count, found });
    });

/** 按时上报各类报表: each month of the county. */
export const countyMonths = ({ months }: ScoreFacts): Row[] =>
  months.map(({ month, dueOn: due, receivedOn: on, inTime: met }) => {
    const of = { kind: 'month' as const, id: month.slice(0, 7), name: month.slice(0, 7) };
    if (on === null) return row(of, { met, earnable: false }, 'score.month.none', { due });
    return row(of, { met, earnable: false }, met ? 'score.month.met' : 'score.month.late', { on, due });
  });
