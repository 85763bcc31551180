import { parseHundredths } from '../kernel/hundredths';
import { placeKey } from '../projects/completions';
import type { ReportAnswer } from './answers';
import type { ReportContent } from './types';

/** What is typed into a report: a field that was emptied is empty, not nought. */
export interface ReportValues {
  investment: string;
  people: string;
  problems: string;
  percents: Readonly<Record<string, string>>;
  reasons: Readonly<Record<string, string>>;
  photos: readonly string[];
}

export type PlannedView = ReportAnswer['planned'][number];

export const keyOfPlanned = ({ compound, building, item }: PlannedView): string =>
  placeKey({ compoundId: compound.id, buildingId: building?.id ?? null, item });

export function valuesOf({ content }: ReportAnswer): ReportValues {
  return {
    investment: content.investment.replace(/\.00$/, ''),
    people: String(content.people),
    problems: content.problems ?? '',
    percents: Object.fromEntries(content.items.map((one) => [placeKey(one), String(one.percent)])),
    reasons: Object.fromEntries(content.items.map((one) => [placeKey(one), one.backReason ?? ''])),
    photos: content.photos,
  };
}

const whole = (text: string): number | null => (/^-?\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** As it is sent; items whose percentage is empty are left out, and the rule names them. */
export function bodyOf(values: ReportValues, planned: readonly PlannedView[]) {
  const sum = values.investment.replaceAll(/[,，\s]/g, '');
  return {
    investment: sum === '' ? '0' : sum,
    people: whole(values.people) ?? 0,
    problems: values.problems.trim() || null,
    photos: [...values.photos],
    items: planned.flatMap((one) => {
      const key = keyOfPlanned(one);
      const percent = whole(values.percents[key] ?? '');
      if (percent === null) return [];
      const place = { compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item };
      return [{ ...place, percent, backReason: values.reasons[key]?.trim() || null }];
    }),
  };
}
export type ReportBody = ReturnType<typeof bodyOf>;

interface Place {
  id: string;
  name: string | null;
  items: PlannedView[];
}

/** Compound by compound, each with its places: what belongs to the whole compound first. */
export function byPlace(planned: readonly PlannedView[]): { id: string; name: string; places: Place[] }[] {
  const compounds = new Map<string, { id: string; name: string; places: Place[] }>();
  for (const one of planned) {
    const compound = compounds.get(one.compound.id) ?? { ...one.compound, places: [] };
    compounds.set(one.compound.id, compound);
    const id = one.building?.id ?? '';
    const place = compound.places.find((other) => other.id === id);
    if (place) place.items.push(one);
    else compound.places.push({ id, name: one.building?.name ?? null, items: [one] });
  }
  return [...compounds.values()];
}

/** What a remark is about: a plain field, or an item at its place. */
export const remarkField = (place: { compoundId: string; buildingId: string | null; item: string }): string =>
  `items.${place.compoundId}.${place.buildingId ?? '-'}.${place.item}`;

/** '3栋 屋面防水'; the compound where it belongs to all of it. */
export function itemNames(
  planned: readonly PlannedView[],
  names: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  return new Map(
    planned.map((one) => [
      keyOfPlanned(one),
      `${one.building?.name ?? one.compound.name} ${names[one.item] ?? one.item}`,
    ]),
  );
}

/** The same as the rules take it; money that cannot be read is nothing. */
export const contentOfBody = (
  body: Omit<ReportBody, 'photos'> & { photos: readonly string[] },
  stage: number,
): ReportContent => ({ ...body, stage, investment: parseHundredths(body.investment) ?? 0n });
