import { type Locale, labelIn } from '../kernel/label';
import { workflowOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';

/** What a list says of where its projects stand: stage and next step by the rule book's names. Behind the tenth there is no stage. */
export function stageNames(rulebook: Rulebook, locale: Locale) {
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => labelIn({ zh: name, en: nameEn }, locale);
  const stages = new Map(rulebook.stages.map((stage) => [stage.number, named(stage)]));
  const steps = new Map(
    workflowOf(rulebook).stages.flatMap(({ stage, steps: own }) =>
      own.map((step) => [`${stage}/${step.code}`, named(step)] as const),
    ),
  );
  return {
    stage: (no: number): string | undefined => stages.get(no),
    /** A step that this rule book does not know is told by its code. */
    step: (stage: number, code: string | null): string | null => code && (steps.get(`${stage}/${code}`) ?? code),
  };
}
