'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAct } from '@/lib/client/use-act';
import type { BallotsAnswer, BallotView } from '@/lib/domain/votes/answers';
import { type Decision, decided } from '@/lib/domain/votes/decisions';
import type { BallotInput } from '@/lib/domain/votes/schema';
import { refusalsOf } from './refusals-of';

interface Recorded {
  answer: BallotsAnswer;
  sent: readonly BallotInput[];
}

interface Options {
  roundId: string;
  source: 'single' | 'many';
  onDone: (recorded: Recorded) => void;
}

/** Ballots on their way: one request for all of them, all or none; what came between is shown and decided household by household. */
export function useRecording({ roundId, source, onDone }: Options) {
  const router = useRouter();
  const [sent, setSent] = useState<readonly BallotInput[]>([]);
  const { act, busy, problem, forget } = useAct<BallotsAnswer>(() => router.refresh());

  async function send(ballots: readonly BallotInput[]) {
    setSent(ballots);
    const answer = await act('POST', `/api/v1/rounds/${roundId}/ballots`, { body: { source, ballots } });
    if (answer && answer !== true) onDone({ answer, sent: ballots });
  }

  const clash = problem?.code === 'ballot_exists' ? (problem.conflict?.theirs as BallotView[] | undefined) : undefined;

  async function resolve(decisions: ReadonlyMap<string, Decision>) {
    const left = decided(sent, clash ?? [], decisions);
    if (left.length > 0) return send(left);
    forget();
    setSent([]);
  }

  return {
    send,
    resolve,
    forget,
    busy,
    sent,
    clash,
    problem: clash ? undefined : problem,
    refusals: refusalsOf(sent, problem?.reasons ?? []),
  };
}
