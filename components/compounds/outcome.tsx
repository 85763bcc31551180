import { useLocale } from 'next-intl';
import { StatusLight } from '@/components/ui/status-light';
import { OUTCOME_LABELS } from '@/lib/domain/compounds/labels';
import type { Outcome } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';

const LIGHTS = { eligible: 'green', ineligible: 'red', incomplete: 'amber' } as const;

/** The verdict in one word, with its light. */
export function OutcomeLight({ outcome }: { outcome: string }) {
  const known = outcome as Outcome;
  return <StatusLight light={LIGHTS[known] ?? 'neutral'}>{labelIn(OUTCOME_LABELS[known], useLocale())}</StatusLight>;
}
