import { formatArea } from '../kernel/area';
import type { CalendarDate } from '../kernel/calendar-date';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { Amendment, CampaignStatus, SurveyFigures } from './types';

const clause = 'P三(一)/比例';

/** Freezing the survey total that later percentages divide by: once, with a document, not of a day to come, and not of nothing. */
export function freezeBaseline(
  campaign: { status: CampaignStatus; opensOn: CalendarDate },
  baseline: { on: CalendarDate; documentNo: string; compounds: number },
  today: CalendarDate,
): Decision<true> {
  const reasons: Reason[] = [];
  if (campaign.status === 'frozen') reasons.push(reason('baseline.alreadyFrozen', undefined, { clause }));
  if (baseline.documentNo.trim() === '')
    reasons.push(reason('baseline.documentMissing', undefined, { field: 'documentNo' }));
  if (baseline.on > today)
    reasons.push(reason('baseline.inFuture', { found: baseline.on, expected: today }, { field: 'baselineOn' }));
  if (baseline.on < campaign.opensOn) {
    reasons.push(
      reason('baseline.beforeCampaign', { found: baseline.on, expected: campaign.opensOn }, { field: 'baselineOn' }),
    );
  }
  if (baseline.compounds === 0) reasons.push(reason('baseline.nothingEligible', undefined, { clause }));
  return decide(true, reasons);
}

/** Changing a frozen total: by an amendment with a document number of its own, that changes something and leaves nothing below zero. */
export function amendBaseline(
  campaign: { status: CampaignStatus },
  baseline: SurveyFigures,
  earlier: readonly Amendment[],
  amendment: Amendment,
  today: CalendarDate,
): Decision<SurveyFigures> {
  const reasons: Reason[] = [];
  const documentNo = amendment.documentNo.trim();
  if (campaign.status !== 'frozen') reasons.push(reason('baseline.notFrozen', undefined, { clause }));
  if (documentNo === '') reasons.push(reason('baseline.documentMissing', undefined, { field: 'documentNo' }));
  if (earlier.some((one) => one.documentNo.trim() === documentNo)) {
    reasons.push(reason('baseline.documentUsed', { found: documentNo }, { field: 'documentNo' }));
  }
  if (amendment.documentOn > today) {
    reasons.push(
      reason('baseline.documentInFuture', { found: amendment.documentOn, expected: today }, { field: 'documentOn' }),
    );
  }
  const { delta } = amendment;
  if (delta.compounds === 0 && delta.buildings === 0 && delta.households === 0 && delta.floorArea === 0n) {
    reasons.push(reason('baseline.changesNothing'));
  }
  const total = baselineTotal(baseline, [...earlier, amendment]);
  return decide(total, [...reasons, ...belowZero(total)]);
}

/** The survey total in force: the frozen one and every amendment. */
export function baselineTotal(baseline: SurveyFigures, amendments: readonly Pick<Amendment, 'delta'>[]): SurveyFigures {
  return amendments.reduce(
    (total, { delta }) => ({
      compounds: total.compounds + delta.compounds,
      buildings: total.buildings + delta.buildings,
      households: total.households + delta.households,
      floorArea: total.floorArea + delta.floorArea,
    }),
    { ...baseline },
  );
}

function belowZero(total: SurveyFigures): Reason[] {
  const figures = [
    ['compounds', total.compounds < 0, total.compounds],
    ['buildings', total.buildings < 0, total.buildings],
    ['households', total.households < 0, total.households],
    ['floorArea', total.floorArea < 0n, formatArea(total.floorArea)],
  ] as const;
  return figures.flatMap(([field, below, found]) =>
    below ? [reason(`baseline.belowZero.${field}`, { found }, { field })] : [],
  );
}
