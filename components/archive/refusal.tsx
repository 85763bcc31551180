import { Banner } from '@/components/ui/banner';
import { type Problem, sentencesOf } from '@/lib/client/api';

type Props = {
  problem: Problem | undefined;
  /** fields of the form that show their own reasons */
  fields: readonly string[];
  /** said where somebody else was first */
  conflict: string;
};

/** What stands against it and belongs to no field of the form. */
export function Refusal({ problem, fields, conflict }: Props) {
  if (!problem) return null;
  const rest = (problem.reasons ?? []).filter(({ field }) => !field || !fields.includes(field));
  if (problem.reasons?.length && rest.length === 0) return null;
  const lines = problem.conflict ? [conflict] : rest.length > 0 ? rest.map((one) => one.message) : sentencesOf(problem);
  return <Banner live tone="red" title={problem.title} list={lines} />;
}
