import { z } from 'zod';
import { countyAnswer } from '../units/named';
import { SURVEY_STATUSES, WAYS } from './types';

const text = z.string().nullable();

export const surveyHead = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  compound: z.object({ id: z.uuid(), name: z.string() }),
  status: z.enum(SURVEY_STATUSES),
  households: z.int(),
  /** how many have answered; of what they answered nothing until it is closed */
  answered: z.int(),
  satisfied: z.int().nullable(),
  result: z.record(z.string(), z.int()).nullable(),
  openedAt: z.string(),
  openedBy: text,
  closedAt: text,
  closedBy: text,
  cancelledReason: text,
  version: z.int(),
});

export const surveyHome = z.object({
  id: z.uuid(),
  buildingId: z.uuid(),
  buildingName: z.string(),
  unitNo: z.string(),
  room: z.string(),
  storey: z.int().nullable(),
  how: z.enum(WAYS).nullable(),
});

export const surveyView = surveyHead.extend({
  project: z.object({ id: z.uuid(), name: z.string() }),
  county: countyAnswer,
  rulebookId: z.uuid(),
  words: z.array(z.string()).nullable(),
  homes: z.array(surveyHome),
  collectors: z.array(z.object({ name: text, recorded: z.int() })),
});

/** The compounds of a project with their surveys, those without one too. */
export const projectSurveys = z.object({
  items: z.array(
    z.object({
      compound: z.object({ id: z.uuid(), name: z.string() }),
      households: z.int(),
      survey: surveyHead.nullable(),
    }),
  ),
});

export const recorded = z.object({ answered: z.int(), households: z.int() });

/** County × year: what the scorecard's 社会满意度 divides. */
export const countySatisfaction = z.object({
  county: countyAnswer,
  compounds: z.int(),
  /** with a closed survey */
  surveyed: z.int(),
  households: z.int(),
  answered: z.int(),
  satisfied: z.int(),
});
export const yearSatisfaction = z.object({ year: z.int(), items: z.array(countySatisfaction) });

export type SurveyHead = z.output<typeof surveyHead>;
export type SurveyHome = z.output<typeof surveyHome>;
export type SurveyView = z.output<typeof surveyView>;
export type ProjectSurveys = z.output<typeof projectSurveys>;
export type CountySatisfaction = z.output<typeof countySatisfaction>;
export type YearSatisfaction = z.output<typeof yearSatisfaction>;
