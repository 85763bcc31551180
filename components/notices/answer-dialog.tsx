'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors } from '@/lib/client/api';
import { labelIn } from '@/lib/domain/kernel/label';
import { changesFor } from '@/lib/domain/notices/answer-objection';
import type { ObjectionView } from '@/lib/domain/notices/answers';
import { VERDICT_LABELS } from '@/lib/domain/notices/labels';
import { VERDICTS, type Verdict } from '@/lib/domain/notices/types';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';
import { blankHandedIn, HandedInFields, type HandedInValues, handedInGaps, handedInOf } from './handed-in-fields';
import { useSend } from './use-send';

type Change = 'keep' | 'annul' | `${'correct' | 'record'}:${Choice}`;
type Household = ObjectionView['household'];

const isRecord = (change: Change) => change.startsWith('record:');

function ballotOf(change: Change, household: Household, handedIn: HandedInValues) {
  if (change === 'keep') return undefined;
  if (change === 'annul') return { change };
  const choice = change.slice(change.indexOf(':') + 1);
  return isRecord(change)
    ? { change: 'record', choice, ...handedInOf(handedIn, household) }
    : { change: 'correct', choice };
}

/** A line for each thing that can become of the ballot, and each choice that it can say. */
const changesOf = (household: Household): Change[] =>
  changesFor(household).flatMap((change): Change[] =>
    change === 'annul'
      ? [change]
      : CHOICES.filter((choice) => choice !== household?.choice).map((choice) => `${change}:${choice}` as const),
  );

type Props = { objection: ObjectionView; onClose: () => void };

/** The answer, and with an upheld one about a household what becomes of its ballot. */
export function AnswerDialog({ objection: { id, version, content, household }, onClose }: Props) {
  const t = useTranslations('notices.objections');
  const locale = useLocale();
  const { send, busy, problem, lines } = useSend();
  const [verdict, setVerdict] = useState<Verdict>();
  const [change, setChange] = useState<Change>('keep');
  const [reply, setReply] = useState('');
  const [handedIn, setHandedIn] = useState(() => blankHandedIn(household));
  const [sent, setSent] = useState<HandedInValues>();
  const changes = changesOf(household);
  const canChange = verdict === 'upheld' && changes.length > 0;
  const labelOf = (value: Change) => {
    const [word, choice] = value.split(':') as ['keep' | 'annul' | 'correct' | 'record', Choice | undefined];
    return t(word, { choice: choice ? labelIn(CHOICE_LABELS[choice], locale) : '' });
  };
  const options = (['keep', ...changes] as const).map((value) => ({ value, label: labelOf(value) }));

  async function submit() {
    setSent(handedIn);
    if (canChange && isRecord(change) && handedInGaps(handedIn).length > 0) return;
    const body = { verdict, reply, ballot: canChange ? ballotOf(change, household, handedIn) : undefined };
    if (await send('POST', `/api/v1/objections/${id}/answer`, { body, version, done: t('answered') })) onClose();
  }

  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('answerTitle')}
      action={t('send')}
      busy={busy}
      disabled={!verdict}
      onSubmit={submit}
    >
      <blockquote className="rounded-md bg-sunken px-3 py-2 text-sm whitespace-pre-line">{content}</blockquote>
      {problem && <Banner live tone="red" title={problem.detail} list={problem.reasons ? lines : []} />}
      <Field label={t('verdict')} group required>
        <RadioGroup
          name="verdict"
          value={verdict ?? ''}
          options={VERDICTS.map((value) => ({ value, label: labelIn(VERDICT_LABELS[value], locale) }))}
          onChange={(event) => setVerdict(event.target.value as Verdict)}
        />
      </Field>
      {canChange && (
        <Field label={t('ballot')} error={[...fieldErrors(problem, 'ballot'), ...fieldErrors(problem, 'choice')]}>
          <Select value={change} options={options} onChange={(event) => setChange(event.target.value as Change)} />
        </Field>
      )}
      {canChange && household && isRecord(change) && (
        <HandedInFields household={household} values={handedIn} problem={problem} sent={sent} onChange={setHandedIn} />
      )}
      <Field label={t('reply')} hint={t('replyHint')} error={fieldErrors(problem, 'reply')} required>
        <Textarea value={reply} maxLength={1_000} onChange={(event) => setReply(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
