'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SaveState } from '@/components/ui/save-state';
import { fieldErrors } from '@/lib/client/api';
import { useDraft } from '@/lib/client/use-draft';
import type { BallotsAnswer, BallotView } from '@/lib/domain/votes/answers';
import { type BallotGap, gapsOf } from '@/lib/domain/votes/filled-ballot';
import type { GridHome } from '@/lib/domain/votes/grid';
import type { BallotInput } from '@/lib/domain/votes/schema';
import { BallotFields } from './ballot-fields';
import { type BallotValues, ballotInputOf, ballotValues, blankBallot } from './ballot-values';
import { BallotConflict } from './conflict-dialog';
import type { DeskRound } from './desk-round';
import { useRecording } from './use-recording';

type Props = {
  round: DeskRound;
  home: GridHome;
  where: string;
  /** the ballot that stands, when it is corrected */
  corrects?: BallotView;
  onRecorded: (answer: BallotsAnswer, sent: readonly BallotInput[]) => void;
  onCancel?: () => void;
};

const FIELDS = ['formNo', 'photoFileId', 'proxy.fileId', 'wanted', 'collectedAt'];

/** One household's ballot: recorded, or corrected with the reason. What is typed is kept while one looks elsewhere. */
export function BallotForm({ round, home, where, corrects, onRecorded, onCancel }: Props) {
  const t = useTranslations('voteGrid.form');
  const [values, setValues] = useState<BallotValues>(() =>
    corrects ? ballotValues(corrects) : blankBallot(round.today, home.formNo),
  );
  const [gaps, setGaps] = useState<readonly BallotGap[]>([]);
  const draft = useDraft({
    form: `${corrects ? 'amend' : 'ballot'}.${round.id}`,
    subject: home.id,
    onRestore: (content) => setValues((before) => ({ ...before, ...(content as Partial<BallotValues>) })),
  });
  const recording = useRecording({
    roundId: round.id,
    source: 'single',
    onDone: ({ answer, sent }) => {
      void draft.drop();
      onRecorded(answer, sent);
    },
  });
  const { problem, clash, busy } = recording;
  const missingIn = (one: BallotValues) =>
    gapsOf(one, { proxyPhoto: one.proxyFileId !== '', standing: corrects !== undefined });
  const set = (change: Partial<BallotValues>) => {
    const next = { ...values, ...change };
    setValues(next);
    setGaps((before) => before.filter((gap) => missingIn(next).includes(gap)));
    draft.touch({ ...next });
  };
  const missing = (gap: BallotGap) => (gaps.includes(gap) ? [t(`gaps.${gap}`)] : []);
  const errorsAt = (name: string) => fieldErrors(problem, `ballots.0.${name}`);
  const other = (problem?.reasons ?? []).filter(({ field }) => !FIELDS.some((name) => field === `ballots.0.${name}`));

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = missingIn(values);
    setGaps(found);
    if (found.length > 0) return;
    void recording.send([
      ballotInputOf(values, { householdId: home.id, today: round.today, round: round.round, replaces: corrects }),
    ]);
  }

  return (
    <form onSubmit={submit} noValidate aria-label={corrects ? t('correct') : t('record')} className="space-y-4">
      <BallotFields
        round={round}
        formNo={home.formNo}
        corrects={corrects !== undefined}
        values={values}
        missing={missing}
        errorsAt={errorsAt}
        onChange={set}
      />
      {problem && (other.length > 0 || !problem.reasons?.length) && (
        <Banner
          live
          tone="red"
          title={problem.title}
          list={problem.reasons?.length ? other.map(({ message }) => message) : [problem.detail]}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {corrects ? t('correct') : t('record')}
        </Button>
        {onCancel && (
          <Button
            variant="quiet"
            onClick={() => {
              void draft.drop();
              onCancel();
            }}
          >
            {t('cancel')}
          </Button>
        )}
        {draft.status && <SaveState status={draft.status} />}
      </div>
      {clash && (
        <BallotConflict
          theirs={clash}
          mine={recording.sent}
          whereOf={() => where}
          busy={busy}
          onResolve={recording.resolve}
          onClose={recording.forget}
        />
      )}
    </form>
  );
}
