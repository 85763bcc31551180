'use client';

import { Banner } from '@/components/ui/banner';
import type { Problem } from '@/lib/client/api';

/** What stands against it and belongs to no single field; the rest is shown at its field. */
export function ProblemBanner({ problem, fields }: { problem: Problem | undefined; fields: readonly string[] }) {
  if (!problem) return null;
  const general = (problem.reasons ?? []).filter(({ field }) => !field || !fields.includes(field));
  if (problem.reasons?.length && general.length === 0) return <Banner tone="red" title={problem.detail} live />;
  return <Banner tone="red" title={problem.detail} list={general.map(({ message }) => message)} live />;
}
