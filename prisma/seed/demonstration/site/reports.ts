import { percentOf } from '@/lib/domain/progress/percent';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import { firstDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import { type Sending, sendingOf } from '@/lib/domain/progress/sending';
import type { ReportContent } from '@/lib/domain/progress/types';
import { idOfPerson, instantOf, photographed, projectName, type Told } from '../projects/told';
import type { Moment } from '../votes/types';
import { daysOfMonth, monthsAgo, monthsOf, stageOn } from './months';
import { itemsOn, type Works, worthOn } from './percent';
import { problemsTold, type Step, stepsOf } from './report-steps';
import { peopleOf, problemsOf } from './report-words';

/** A month of a project as it was reported: `sendings` beside the steps that sent them. */
export interface Reported {
  told: Told;
  id: string;
  month: ReportMonth;
  steps: Step[];
  /** as it lies in the working copy */
  content: ReportContent;
  sendings: (Moment & { id: string; no: number; content: Sending })[];
  /** who fills it in */
  by: string;
}

/** A company fills in once it is named to the project; before that the bureau. */
const fillerOn = ({ days, entity, county }: Told, day: number): string =>
  day < days['3.complete'] ? `${county.letters}.zjj1` : entity;

/** Of the last months there are pictures. */
const WITH_PHOTOS = 3;

function photosOf(told: Told, month: ReportMonth, { stage, by }: { stage: number; by: string }): Sending['photos'] {
  const isShown = told.story.year === null && stage === BUILDING_STAGE && monthsAgo(told, month) < WITH_PHOTOS;
  if (!isShown) return [];
  const ago = monthsAgo(told, month);
  const { id, sha256 } = photographed(told, by, daysOfMonth(told, month).to, `${month}施工现场`, ago + 5);
  return [{ fileId: id, sha256 }];
}

function reportedOf(told: Told, works: Works, month: ReportMonth): Reported | null {
  const steps = stepsOf(told, month);
  if (steps.length === 0) return null;
  const { from, to } = daysOfMonth(told, month);
  const stage = stageOn(told, to);
  const investment = worthOn(told, works, to) - worthOn(told, works, from - 1);
  const by = fillerOn(told, to);
  const items = itemsOn(told, works, to);
  const done = percentOf(works.planned, items);
  const photos = photosOf(told, month, { stage, by });
  const content: ReportContent = {
    ...{ stage, investment: investment as ReportContent['investment'] },
    people: peopleOf(told, month, stage === BUILDING_STAGE && investment > 0n),
    problems: problemsTold(told, month) ?? problemsOf(told, { month, stage, done }),
    ...{ items, photos: photos.map(({ fileId }) => fileId) },
  };
  const project = { code: told.code, name: projectName(told) };
  const sent = steps.flatMap((step) => (step.is === 'sent' ? [step] : []));
  const sendings = sent.map(({ day, time, share = 1000 }, at) => {
    const stated = { ...content, investment: ((investment * BigInt(share)) / 100_000n) * 100n } as ReportContent;
    const said = share === 1000 ? content : stated;
    const { planned } = works;
    return {
      ...{ id: told.ground.next('sending'), no: at + 1, day, time },
      content: sendingOf(said, { project, month, planned, photos }),
    };
  });
  return { told, id: told.ground.next('report'), month, steps, content, sendings, by };
}

/** Every month that was reported, project by project. */
export const reportsOf = (all: readonly Told[], works: ReadonlyMap<string, Works>): Reported[] =>
  all.flatMap((told) => {
    const own = works.get(told.id);
    return own ? monthsOf(told).flatMap((month) => reportedOf(told, own, month) ?? []) : [];
  });

/** The working copies, their items and pictures; none of them is sent yet. */
export function tellReports(reports: readonly Reported[]): void {
  for (const { told, id, month, steps, content, by } of reports) {
    const { rows } = told.ground;
    const here = { project_id: told.id, county_id: told.county.id };
    const [first] = steps;
    const filledBy = idOfPerson(told, by);
    const at = instantOf(told, first?.day ?? 0, '08:45');
    const { stage, investment, people, problems } = content;
    rows.add('progress_report', {
      ...{ id, ...here, month: firstDay(month), stage, investment, people, problems, version: 3 },
      ...{ created_by: filledBy, created_at: at, updated_by: filledBy },
      updated_at: first ? instantOf(told, first.day, first.time) : at,
    });
    for (const { compoundId, buildingId, item, percent, backReason } of content.items)
      rows.add('progress_item', {
        ...{ ...here, report_id: id, compound_id: compoundId, building_id: buildingId },
        ...{ item, percent, back_reason: backReason },
      });
    for (const fileId of content.photos) rows.add('progress_photo', { ...here, report_id: id, file_id: fileId });
  }
}
