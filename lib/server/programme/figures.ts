import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import type { FiguresAnswer } from '@/lib/domain/programme/answers';
import type { SurveyFigures } from '@/lib/domain/programme/types';

export interface FiguresRow {
  compounds: number;
  buildings: number;
  households: number;
  /** in 0.01 m² */
  floor_area: string;
}

export const NOTHING: SurveyFigures = { compounds: 0, buildings: 0, households: 0, floorArea: 0n };

export const figuresOf = (row: FiguresRow): SurveyFigures => ({
  compounds: row.compounds,
  buildings: row.buildings,
  households: row.households,
  floorArea: BigInt(row.floor_area),
});

export const written = (figures: SurveyFigures): FiguresAnswer => ({
  ...figures,
  floorArea: formatArea(figures.floorArea),
});

export const plus = (a: SurveyFigures, b: SurveyFigures): SurveyFigures => ({
  compounds: a.compounds + b.compounds,
  buildings: a.buildings + b.buildings,
  households: a.households + b.households,
  floorArea: a.floorArea + b.floorArea,
});

export const minus = (a: SurveyFigures, b: SurveyFigures): SurveyFigures => ({
  compounds: a.compounds - b.compounds,
  buildings: a.buildings - b.buildings,
  households: a.households - b.households,
  floorArea: a.floorArea - b.floorArea,
});

export const sum = (all: readonly SurveyFigures[]): SurveyFigures => all.reduce(plus, NOTHING);
