import { today } from '../kernel/calendar-date';
import { CHANNEL_LABELS, CHOICE_LABELS } from './labels';
import type { Standing } from './sheet';
import { type SheetField, TEMPLATE_FIELDS } from './sheet-columns';
import type { SheetHome } from './sheet-homes';
import { type MenuItem, wantedText } from './sheet-words';
import type { RoundNumber } from './types';

/** Wishes belong to round 1. */
export const templateFields = (round: RoundNumber): SheetField[] =>
  TEMPLATE_FIELDS.filter((field) => round === 1 || (field !== 'wanted' && field !== 'problems'));

export interface TemplateHome extends SheetHome {
  area: string;
  owners: string;
  formNo: string | null;
}

/** A dwelling with what stands for it as the cells of its row, by field; what `readSheet` makes of them is what stands. */
export function cellsOf(
  home: TemplateHome,
  standing: Standing | undefined,
  menu: readonly MenuItem[],
  roundCode: string,
): Partial<Record<SheetField, string>> {
  const there = standing?.choice ? standing : null;
  return {
    building: home.buildingName,
    unitNo: home.unitNo,
    room: home.room,
    area: home.area,
    owner: home.owners,
    formNo: there?.formNo ?? home.formNo ?? '',
    ...(there?.choice && {
      choice: CHOICE_LABELS[there.choice].zh,
      channel: CHANNEL_LABELS[there.channel].zh,
      collector: there.collector,
      collectedOn: today(there.collectedAt),
      proxy: there.proxyName ?? '',
      wanted: wantedText(there.wanted, menu),
      problems: there.problems ?? '',
    }),
    roundCode,
  };
}
