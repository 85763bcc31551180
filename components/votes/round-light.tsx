import { useLocale } from 'next-intl';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { OUTCOME_LABELS, ROUND_STATUS_LABELS } from '@/lib/domain/votes/labels';
import type { RoundStatus, VoteOutcome } from '@/lib/domain/votes/types';

export function lightOf(status: RoundStatus, outcome: VoteOutcome | null): Light {
  if (outcome) return outcome === 'passed' ? 'green' : 'red';
  return status === 'closed' ? 'amber' : 'neutral';
}

export const roundWord = (status: RoundStatus, outcome: VoteOutcome | null, locale: Locale): string =>
  labelIn(outcome ? OUTCOME_LABELS[outcome] : ROUND_STATUS_LABELS[status], locale);

/** Where a round stands: the word of its status, and once certified of its outcome. */
export function RoundLight({ status, outcome }: { status: RoundStatus; outcome: VoteOutcome | null }) {
  return <StatusLight light={lightOf(status, outcome)}>{roundWord(status, outcome, useLocale())}</StatusLight>;
}
