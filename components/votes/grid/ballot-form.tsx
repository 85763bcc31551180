'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SaveState } from '@/components/ui/save-state';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Problem } from '@/lib/client/api';
import { useDraft } from '@/lib/client/use-draft';
import { labelIn } from '@/lib/domain/kernel/label';
import type { BallotsAnswer, BallotView } from '@/lib/domain/votes/answers';
import { type BallotGap, gapsOf } from '@/lib/domain/votes/filled-ballot';
import type { GridHome } from '@/lib/domain/votes/grid';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import type { BallotInput } from '@/lib/domain/votes/schema';
import { CHANNELS, type Channel } from '@/lib/domain/votes/types';
import { MenuPicker } from '../menu-picker';
import { type BallotValues, ballotInputOf, ballotValues, blankBallot } from './ballot-values';
import { ChoiceButtons } from './choice-buttons';
import { BallotConflict } from './conflict-dialog';
import type { DeskRound } from './desk-round';
import { PhotoField } from './photo-field';
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

const errorsAt = (problem: Problem | undefined, name: string): string[] =>
  (problem?.reasons ?? []).filter(({ field }) => field === `ballots.0.${name}`).map(({ message }) => message);

const FIELDS = ['formNo', 'photoFileId', 'proxy.fileId', 'wanted', 'collectedAt'];

/** One household's ballot: recorded, or corrected with the reason. What is typed is kept while one looks elsewhere. */
export function BallotForm({ round, home, where, corrects, onRecorded, onCancel }: Props) {
  const t = useTranslations('voteGrid.form');
  const locale = useLocale();
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
      <Field label={t('choice')} group required error={missing('choice')}>
        <ChoiceButtons chosen={values.choice} onChoose={(choice) => set({ choice })} />
      </Field>
      {corrects && (
        <Field label={t('reason')} hint={t('reasonHint')} required error={missing('reason')}>
          <Input value={values.reason} maxLength={200} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('channel')}>
          <Select
            value={values.channel}
            onChange={(event) => set({ channel: event.target.value as Channel })}
            options={CHANNELS.map((key) => ({ value: key, label: labelIn(CHANNEL_LABELS[key], locale) }))}
          />
        </Field>
        <Field
          label={t('formNo')}
          hint={home.formNo ? t('formNoKnown', { formNo: home.formNo }) : t('formNoNone')}
          error={errorsAt(problem, 'formNo')}
        >
          <Input
            value={values.formNo}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            onChange={(event) => set({ formNo: event.target.value })}
          />
        </Field>
        <Field label={t('day')} error={errorsAt(problem, 'collectedAt')}>
          <Input
            type="date"
            value={values.day}
            max={round.today}
            onChange={(event) => set({ day: event.target.value })}
          />
        </Field>
        <Field label={t('collector')} hint={t('collectorHint', { name: round.rights.name })}>
          <Input
            value={values.collector}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => set({ collector: event.target.value })}
          />
        </Field>
      </div>
      <PhotoField
        label={t('photo')}
        hint={values.channel === 'paper' && !values.photoFileId ? t('photoHint') : undefined}
        errors={errorsAt(problem, 'photoFileId')}
        fileId={values.photoFileId}
        onChange={(photoFileId) => set({ photoFileId })}
      />
      <div className="space-y-3 rounded-md border border-line px-3 py-2">
        <Checkbox
          label={t('proxy')}
          checked={values.byProxy}
          onChange={(event) => set({ byProxy: event.target.checked })}
        />
        {values.byProxy && (
          <>
            <Field label={t('proxyName')} required error={missing('proxyName')}>
              <Input
                value={values.proxyName}
                maxLength={40}
                autoComplete="off"
                onChange={(event) => set({ proxyName: event.target.value })}
              />
            </Field>
            <PhotoField
              label={t('proxyPhoto')}
              required
              errors={[...missing('proxyPhoto'), ...errorsAt(problem, 'proxy.fileId')]}
              fileId={values.proxyFileId}
              onChange={(proxyFileId) => set({ proxyFileId })}
            />
          </>
        )}
      </div>
      {round.round === 1 && (
        <>
          <MenuPicker menu={round.menu} wanted={values.wanted} onChange={(wanted) => set({ wanted })} />
          {errorsAt(problem, 'wanted').map((line) => (
            <p key={line} className="text-sm text-red-ink">
              {line}
            </p>
          ))}
          <Field label={t('problems')}>
            <Textarea
              rows={2}
              value={values.problems}
              maxLength={500}
              onChange={(event) => set({ problems: event.target.value })}
            />
          </Field>
        </>
      )}
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
