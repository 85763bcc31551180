'use client';

import { FileSpreadsheet } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { Spinner } from '@/components/ui/spinner';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { type SheetSource, saveMarkedSheet } from '@/lib/client/ballot-sheet';
import { labelIn } from '@/lib/domain/kernel/label';
import type { VerdictView } from '@/lib/domain/votes/answers';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import type { SheetAnswer } from '@/lib/domain/votes/sheet-answers';
import { FIELD_LABELS } from '@/lib/domain/votes/sheet-columns';
import { ballotsOf, type ToRecord } from '@/lib/domain/votes/sheet-decisions';
import { CHANNELS, type Channel } from '@/lib/domain/votes/types';
import { BallotSheetStart } from './ballot-sheet-start';
import { BallotSheetTable, FindingList } from './ballot-sheet-table';
import { ThresholdGauge } from './threshold-gauge';
import { useBallotSheet, usePastedSheet } from './use-ballot-sheet';

/** A sheet of ballots: handed over, looked through, recorded. */
export function BallotSheet({ roundId }: { roundId: string }) {
  const t = useTranslations('voteSheet');
  const sheet = useBallotSheet(roundId);
  const { phase, channel, problem } = sheet;
  usePastedSheet(sheet.read, phase.at !== 'reading');
  if (phase.at === 'done')
    return <Done roundId={roundId} count={phase.count} verdicts={phase.round?.verdicts ?? []} again={sheet.restart} />;
  if (phase.at === 'read')
    return (
      <div className="space-y-5">
        <Read roundId={roundId} sheet={sheet} phase={phase} />
        <Confirm
          toRecord={ballotsOf(phase.answer.rows, sheet.decisions)}
          answer={phase.answer}
          problem={problem}
          sheet={sheet}
        />
      </div>
    );
  return (
    <div className="space-y-4">
      {phase.at === 'start' && phase.problem && (
        <Banner tone="red" title={t('failed')} list={sentencesOf(phase.problem)} live />
      )}
      {phase.at === 'reading' && (
        <p role="status" className="flex items-center gap-2 text-sm text-ink-2">
          <Spinner />
          {t('reading')}
        </p>
      )}
      <BallotSheetStart
        roundId={roundId}
        channel={channel}
        busy={phase.at === 'reading'}
        onChannel={sheet.setChannel}
        onSource={sheet.read}
      />
    </div>
  );
}

type Sheet = ReturnType<typeof useBallotSheet>;
type ReadPhase = Extract<Sheet['phase'], { at: 'read' }>;

function Read({ roundId, sheet, phase }: { roundId: string; sheet: Sheet; phase: ReadPhase }) {
  const t = useTranslations('voteSheet');
  const locale = useLocale();
  const { answer, source, overtaken } = phase;
  const whole = answer.findings.filter(({ rowNo }) => rowNo === null);
  const seen = answer.columns.filter(({ field }) => field !== 'roundCode');
  const columns = seen.map(({ field, column }) => `${column} ${labelIn(FIELD_LABELS[field], locale)}`);
  return (
    <>
      {overtaken && <Banner tone="amber" title={t('confirm.overtaken')} live />}
      <Verdict answer={answer} isPasted={source.kind === 'text'} />
      <FindingList findings={whole} />
      <Counts answer={answer} />
      <p className="text-sm text-ink-3">{t('columns', { columns: columns.join('、') })}</p>
      <Ways roundId={roundId} source={source} answer={answer} sheet={sheet} />
      {answer.errors === 0 && answer.counts.new > 0 && <After answer={answer} />}
      {answer.rows.length + answer.findings.length > whole.length && (
        <BallotSheetTable key={answer.key} answer={answer} decisions={sheet.decisions} decide={sheet.decide} />
      )}
    </>
  );
}

function Verdict({ answer, isPasted }: { answer: SheetAnswer; isPasted: boolean }) {
  const t = useTranslations('voteSheet.verdict');
  const { counts, errors, warnings, fileName, sheet } = answer;
  const source = isPasted ? t('pasted') : t('source', { name: fileName, sheet });
  const also = warnings > 0 ? ` ${t('warnings', { count: warnings })}` : '';
  if (errors > 0)
    return (
      <Banner tone="red" title={t('errors', { count: errors })} live>
        {t('errorsText')}
        <span className="block text-ink-3">{source}</span>
      </Banner>
    );
  const isNothing = counts.new + counts.differs === 0;
  return (
    <Banner
      tone={isNothing ? 'neutral' : 'green'}
      title={isNothing ? t('nothing') : t('ready', { count: counts.new })}
      live
    >
      {isNothing ? t('nothingText') : also}
      <span className="block text-ink-3">{source}</span>
    </Banner>
  );
}

function Counts({ answer: { counts } }: { answer: SheetAnswer }) {
  const t = useTranslations('voteSheet.counts');
  const keys = ['new', 'same', 'differs', 'problem', 'blank'] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-5">
      {keys.map((key) => (
        <div key={key}>
          <dt className="text-sm text-ink-3">{t(key)}</dt>
          <dd className="text-2xl font-semibold tabular-nums">{counts[key]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Ways({
  roundId,
  source,
  answer,
  sheet,
}: {
  roundId: string;
  source: SheetSource;
  answer: SheetAnswer;
  sheet: Sheet;
}) {
  const t = useTranslations('voteSheet');
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function save() {
    setBusy(true);
    const saved = await saveMarkedSheet(roundId, source, sheet.channel);
    setBusy(false);
    setProblem(saved.ok ? undefined : saved.problem);
  }

  return (
    <>
      {problem && <Banner tone="red" title={t('markedFailed')} list={sentencesOf(problem)} live />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field label={t('start.channel')} className="max-w-sm">
          <Select
            value={sheet.channel}
            onChange={(event) => sheet.setChannel(event.target.value as Channel)}
            options={CHANNELS.map((value) => ({ value, label: labelIn(CHANNEL_LABELS[value], locale) }))}
          />
        </Field>
        {answer.errors + answer.warnings > 0 && (
          <Button busy={busy} onClick={save} icon={<FileSpreadsheet aria-hidden="true" />}>
            {t('marked')}
          </Button>
        )}
        <Button variant="quiet" onClick={sheet.restart}>
          {t('again')}
        </Button>
        <span className="self-center text-sm text-ink-3">{t('reread')}</span>
      </div>
    </>
  );
}

function Gauges({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const deciding = verdicts.find(({ decides }) => decides);
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {deciding?.measures.map((measure) => (
        <ThresholdGauge key={measure.of} measure={measure} />
      ))}
    </div>
  );
}

function After({ answer: { before, after } }: { answer: SheetAnswer }) {
  const t = useTranslations('voteSheet.after');
  return (
    <Card title={t('title')} description={t('text', { before: before.returned, after: after.tally.returned })}>
      <Gauges verdicts={after.verdicts} />
    </Card>
  );
}

type ConfirmProps = { toRecord: ToRecord; answer: SheetAnswer; problem: Problem | undefined; sheet: Sheet };

/** Says exactly what the button will do, or why it can't. */
function Confirm({ toRecord, answer, problem, sheet }: ConfirmProps) {
  const t = useTranslations('voteSheet.confirm');
  const [open, setOpen] = useState(false);
  const { ballots, fresh, corrected, kept, withoutPhoto, withoutReason } = toRecord;
  const blocked =
    answer.errors > 0
      ? t('blockedErrors')
      : withoutPhoto.length > 0
        ? t('blockedProxy', { count: withoutPhoto.length })
        : withoutReason.length > 0
          ? t('blockedReason', { count: withoutReason.length })
          : ballots.length === 0
            ? t('blockedNothing')
            : undefined;
  const text = t('text', { fresh, corrected, kept });
  return (
    <FormActions onPage status={blocked ?? text}>
      <ConfirmDialog
        title={t('title', { count: ballots.length })}
        description={text}
        confirmLabel={t('button')}
        errors={problem ? sentencesOf(problem) : undefined}
        open={open}
        onOpenChange={setOpen}
        onConfirm={sheet.confirm}
        trigger={
          <Button variant="primary" size="lg" disabled={blocked !== undefined}>
            {t('action', { count: ballots.length })}
          </Button>
        }
      />
    </FormActions>
  );
}

type DoneProps = { roundId: string; count: number; verdicts: readonly VerdictView[]; again: () => void };

function Done({ roundId, count, verdicts, again }: DoneProps) {
  const t = useTranslations('voteSheet.done');
  return (
    <div className="space-y-5">
      <Banner tone="green" title={t('title', { count })} live>
        {t('text')}
      </Banner>
      <Gauges verdicts={verdicts} />
      <div className="flex flex-wrap gap-2">
        <LinkButton variant="primary" href={`/votes/${roundId}`}>
          {t('tally')}
        </LinkButton>
        <LinkButton href={`/votes/${roundId}/checks`}>{t('checks')}</LinkButton>
        <Button variant="quiet" onClick={again}>
          {t('another')}
        </Button>
      </div>
    </div>
  );
}
