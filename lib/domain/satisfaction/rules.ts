import { type Reason, reason } from '../kernel/result';
import type { SiteRules } from '../rulebook/schema-site';
import type { SurveyStatus } from './types';

type Rules = SiteRules['satisfaction'];

export interface OpeningFacts {
  stage: number;
  isMember: boolean;
  /** of the register as it stands */
  households: number;
  /** one of this compound in this project, open or closed */
  survey: SurveyStatus | null;
}

/** Asked after the works, of a compound of the project, of enough households that no answer can be told from the sums. */
export function openReasons({ stage, isMember, households, survey }: OpeningFacts, rules: Rules): Reason[] {
  const { fromStage, leastAnswers, clause } = rules;
  return [
    ...(isMember ? [] : [reason('satisfaction.notOfProject', undefined, { field: 'compoundId' })]),
    ...(stage >= fromStage ? [] : [reason('satisfaction.tooEarly', { found: stage, expected: fromStage }, { clause })]),
    ...(survey === 'open' || survey === 'closed' ? [reason(`satisfaction.heldAlready.${survey}`)] : []),
    ...(isMember && households < leastAnswers
      ? [reason('satisfaction.fewHouseholds', { found: households, expected: leastAnswers }, { clause })]
      : []),
  ];
}

/** One answer of a household, in the words of the rule book; words only with an answer that does not count as satisfied. */
export function answerReasons(
  { answer, words }: { answer: string; words?: string | undefined },
  rules: Rules,
): Reason[] {
  const known = rules.answers.find(({ code }) => code === answer);
  return [
    ...(known ? [] : [reason('satisfaction.answerUnknown', { found: answer }, { field: 'answer' })]),
    ...(known?.counts && words !== undefined
      ? [reason('satisfaction.wordsNotAsked', undefined, { field: 'words' })]
      : []),
  ];
}

/** Closed when enough have answered: below that nothing is told of it, not even to who closes it. */
export const closeReasons = (
  { status, answered }: { status: SurveyStatus; answered: number },
  { leastAnswers, clause }: Rules,
): Reason[] => [
  ...(status === 'open' ? [] : [reason(`satisfaction.notOpen.${status}`)]),
  ...(answered >= leastAnswers
    ? []
    : [
        reason(
          'satisfaction.fewAnswers',
          { found: answered, expected: leastAnswers, missing: leastAnswers - answered },
          { clause },
        ),
      ]),
];

/** Answers that make a household a satisfied one. */
export const countingAnswers = ({ answers }: Rules): string[] =>
  answers.filter(({ counts }) => counts).map(({ code }) => code);
