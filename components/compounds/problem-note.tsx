import { Banner } from '@/components/ui/banner';
import type { Problem } from '@/lib/client/api';
import { sentencesOf } from '@/lib/client/api';

/** A refusal inside a dialog: every reason that does not stand at a field. */
export function ProblemNote({ problem }: { problem: Problem | undefined }) {
  if (!problem || problem.conflict) return null;
  return (
    <div className="mt-4">
      <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />
    </div>
  );
}
