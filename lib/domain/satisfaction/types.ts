export const SURVEY_STATUSES = ['open', 'closed', 'cancelled'] as const;
export type SurveyStatus = (typeof SURVEY_STATUSES)[number];

/** How a household was asked. */
export const WAYS = ['door', 'meeting', 'phone'] as const;
export type Way = (typeof WAYS)[number];
