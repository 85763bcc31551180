'use client';

import { useEffect, useRef, useState } from 'react';
import { api, type Problem } from '@/lib/client/api';
import { readBallotSheet, type SheetSource } from '@/lib/client/ballot-sheet';
import type { BallotsAnswer, RoundView } from '@/lib/domain/votes/answers';
import type { SheetAnswer } from '@/lib/domain/votes/sheet-answers';
import { ballotsOf, type Decisions, marking, type RowDecision } from '@/lib/domain/votes/sheet-decisions';
import type { Channel } from '@/lib/domain/votes/types';

export type Phase =
  | { at: 'start'; problem?: Problem }
  | { at: 'reading' }
  | { at: 'read'; source: SheetSource; answer: SheetAnswer; overtaken: boolean }
  | { at: 'done'; count: number; round: RoundView | null };

/** One sheet from the clipboard or a file to what is recorded of it. */
export function useBallotSheet(roundId: string) {
  const [phase, setPhase] = useState<Phase>({ at: 'start' });
  const [channel, setChannel] = useState<Channel>('paper');
  const [decisions, setDecisions] = useState<Decisions>({});
  const [problem, setProblem] = useState<Problem>();
  const asked = useRef(0);

  async function read(source: SheetSource, way = channel, overtaken = false) {
    asked.current += 1;
    const turn = asked.current;
    setProblem(undefined);
    if (!overtaken) setPhase({ at: 'reading' });
    const answer = await readBallotSheet(roundId, source, way);
    // another sheet was handed over in the meantime
    if (turn !== asked.current) return;
    if (!answer.ok) return setPhase({ at: 'start', problem: answer.problem });
    if (!overtaken) setDecisions({});
    setPhase({ at: 'read', source, answer: answer.value, overtaken });
  }

  async function confirm(): Promise<boolean> {
    if (phase.at !== 'read') return true;
    const { answer, source } = phase;
    const { ballots } = ballotsOf(answer.rows, decisions);
    const body = { source: 'sheet', ballots };
    const idempotencyKey = `${answer.key}-${marking(JSON.stringify(body))}`;
    const made = await api<BallotsAnswer>('POST', `/api/v1/rounds/${roundId}/ballots`, { body, idempotencyKey });
    if (made.ok) {
      const round = await api<RoundView>('GET', `/api/v1/rounds/${roundId}`);
      setPhase({ at: 'done', count: made.value.ballots.length, round: round.ok ? round.value : null });
      return true;
    }
    const isOvertaken =
      made.problem.status === 409 || made.problem.reasons?.some(({ code }) => code === 'vote.notWhatStands');
    if (isOvertaken) await read(source, channel, true);
    else setProblem(made.problem);
    return isOvertaken ?? false;
  }

  return {
    phase,
    channel,
    decisions,
    problem,
    read: (source: SheetSource) => void read(source),
    setChannel: (way: Channel) => {
      setChannel(way);
      if (phase.at === 'read') void read(phase.source, way);
    },
    decide: (rowNo: number, decision: RowDecision) => setDecisions((all) => ({ ...all, [rowNo]: decision })),
    confirm,
    restart: () => setPhase({ at: 'start' }),
  };
}

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl+V anywhere on the page hands over the cells, or the file, of the clipboard; what is pasted into a field stays there. */
export function usePastedSheet(take: (source: SheetSource) => void, isOn: boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!isOn) return;
    const pasted = (event: ClipboardEvent) => {
      if (isTyped(event.target)) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const hasCells = /[\t\n]/.test(text);
      if (!file && !hasCells) return;
      event.preventDefault();
      latest.current(hasCells ? { kind: 'text', text } : { kind: 'file', file: file as File });
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [isOn]);
}
