import { Banner } from '@/components/ui/banner';
import type { Problem } from '@/lib/client/api';
import { sentencesOf } from '@/lib/client/api';

type Props = {
  problem: Problem | undefined;
  /** Fields of the form, where their reasons stand already. */
  fields?: readonly string[];
};

/** A refusal inside a dialog: every reason that does not stand at a field. */
export function ProblemNote({ problem, fields = [] }: Props) {
  if (!problem || problem.conflict) return null;
  const loose = problem.reasons?.filter(({ field }) => !field || !fields.includes(field)) ?? [];
  if (problem.reasons?.length && loose.length === 0) return null;
  return (
    <div className="mt-4">
      <Banner live tone="red" title={problem.title} list={sentencesOf({ ...problem, reasons: loose })} />
    </div>
  );
}
