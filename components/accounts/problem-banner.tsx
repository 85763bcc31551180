import { Banner } from '@/components/ui/banner';
import type { Problem } from '@/lib/client/api';

/** What stands against it: reasons that belong to no field, or the sentence of the problem. */
export function ProblemBanner({ problem, fields = [] }: { problem: Problem | undefined; fields?: readonly string[] }) {
  if (!problem) return null;
  const elsewhere = (problem.reasons ?? []).filter(({ field }) => !field || !fields.includes(field));
  return <Banner tone="red" title={problem.detail} list={elsewhere.map(({ message }) => message)} live />;
}
