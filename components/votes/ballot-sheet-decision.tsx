'use client';

import { Check, ImagePlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { sentencesOf } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { Difference } from '@/lib/domain/votes/sheet';
import type { SheetRowView } from '@/lib/domain/votes/sheet-answers';
import { type Fate, type RowDecision, reasonOf } from '@/lib/domain/votes/sheet-decisions';
import { CHANNELS, CHOICES } from '@/lib/domain/votes/types';

type Props = { row: SheetRowView; decision: RowDecision; onChange: (decision: RowDecision) => void };

const FATES: Fate[] = ['keep', 'correct', 'beside'];

/** What only a person can say of a row: which of two ballots holds, and the photo of an authorisation. */
export function BallotSheetDecision(props: Props) {
  const { row, decision } = props;
  const isTaken = row.theirs === null || decision.fate === 'correct' || decision.fate === 'beside';
  return (
    <div className="space-y-2">
      {row.theirs && <Fates {...props} />}
      {row.proxyName && isTaken && <ProxyPhoto {...props} name={row.proxyName} />}
    </div>
  );
}

function Fates({ row, decision, onChange }: Props) {
  const t = useTranslations('voteSheet.differs');
  const locale = useLocale();
  const { theirs, rowNo, differences } = row;
  const say = useSaid();
  const fate = decision.fate ?? 'keep';
  const reason = reasonOf(row, decision);
  if (!theirs) return null;
  return (
    <div className="text-sm">
      <p className="text-ink-2">
        {t('theirs', {
          choice: labelIn(CHOICE_LABELS[theirs.choice], locale),
          who: theirs.recordedBy,
          when: theirs.collectedOn,
        })}
      </p>
      <ul className="mt-0.5 text-ink-2">
        {differences.map((one) => (
          <li key={one.field}>{say(one)}</li>
        ))}
      </ul>
      <Field label={t('decide', { row: rowNo })} group className="mt-2">
        <RadioGroup
          name={`fate-${rowNo}`}
          value={fate}
          options={FATES.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
          onChange={(event) => onChange({ ...decision, fate: event.target.value as Fate })}
        />
      </Field>
      {fate !== 'keep' && (
        <Field
          label={t('reason')}
          hint={t('reasonHint')}
          error={reason === '' ? t('reasonMissing') : undefined}
          required
        >
          <Input
            maxLength={200}
            value={decision.reason ?? row.remarks ?? ''}
            onChange={(event) => onChange({ ...decision, reason: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

/** 意见：表里“不同意”，已登记“同意” */
function useSaid() {
  const t = useTranslations('voteSheet');
  const locale = useLocale();
  const word = (text: string): string => {
    const choice = CHOICES.find((one) => one === text);
    const channel = CHANNELS.find((one) => one === text);
    if (choice) return labelIn(CHOICE_LABELS[choice], locale);
    return channel ? labelIn(CHANNEL_LABELS[channel], locale) : text || t('differs.nothing');
  };
  return ({ field, mine, theirs }: Difference) => {
    const isWord = field === 'choice' || field === 'channel';
    const said = (text: string) => (isWord ? word(text) : text || t('differs.nothing'));
    return t('differs.line', { field: t(`fields.${field}`), mine: said(mine), theirs: said(theirs) });
  };
}

function ProxyPhoto({ name, decision, onChange }: Props & { name: string }) {
  const t = useTranslations('voteSheet.proxy');
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function add(file: File | undefined) {
    if (!file) return;
    setBusy(true);
    const answer = await uploadFile(file, 'photo');
    setBusy(false);
    setProblem(answer.ok ? undefined : sentencesOf(answer.problem).join(' '));
    if (answer.ok) onChange({ ...decision, proxyFileId: answer.value.id, leftOut: false });
  }

  return (
    <div className="space-y-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
        {t('who', { name })}
        {decision.proxyFileId && !decision.leftOut && (
          <span className="inline-flex items-center gap-1 text-green-ink">
            <Check aria-hidden="true" className="size-4" />
            {t('added')}
          </span>
        )}
        {decision.leftOut && <span className="text-amber-ink">{t('left')}</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        {!decision.leftOut && (
          <Button size="sm" busy={busy} icon={<ImagePlus aria-hidden="true" />} onClick={() => input.current?.click()}>
            {t('add')}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={() => onChange({ ...decision, leftOut: !decision.leftOut })}>
          {decision.leftOut ? t('take') : t('leave')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        onChange={(event) => {
          void add(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem && (
        <p role="alert" className="text-red-ink">
          {t('failed')}：{problem}
        </p>
      )}
    </div>
  );
}
