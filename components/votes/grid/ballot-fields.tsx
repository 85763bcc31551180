'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { labelIn } from '@/lib/domain/kernel/label';
import type { BallotGap } from '@/lib/domain/votes/filled-ballot';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import { CHANNELS, type Channel } from '@/lib/domain/votes/types';
import { MenuPicker } from '../menu-picker';
import type { BallotValues } from './ballot-values';
import { ChoiceButtons } from './choice-buttons';
import type { DeskRound } from './desk-round';
import { PhotoField } from './photo-field';
import { ProxyFields } from './proxy-fields';

interface Part {
  values: BallotValues;
  missing: (gap: BallotGap) => string[];
  /** what the server said of a field */
  errorsAt: (field: string) => string[];
  onChange: (change: Partial<BallotValues>) => void;
}

type Props = Part & {
  round: DeskRound;
  /** of the household's good form */
  formNo: string | null;
  corrects: boolean;
};

/** Choice first; the rest as it stands on a form of paper. */
export function BallotFields({ round, formNo, corrects, ...part }: Props) {
  const { values, missing, errorsAt, onChange } = part;
  const t = useTranslations('voteGrid.form');
  return (
    <>
      <Field label={t('choice')} group required error={missing('choice')}>
        <ChoiceButtons chosen={values.choice} onChoose={(choice) => onChange({ choice })} />
      </Field>
      {corrects && (
        <Field label={t('reason')} hint={t('reasonHint')} required error={missing('reason')}>
          <Input value={values.reason} maxLength={200} onChange={(event) => onChange({ reason: event.target.value })} />
        </Field>
      )}
      <HowFields {...part} round={round} formNo={formNo} />
      <PhotoField
        label={t('photo')}
        hint={values.channel === 'paper' && !values.photoFileId ? t('photoHint') : undefined}
        errors={errorsAt('photoFileId')}
        fileId={values.photoFileId}
        onChange={(photoFileId) => onChange({ photoFileId })}
      />
      <div className="space-y-3 rounded-md border border-line px-3 py-2">
        <ProxyFields
          values={values}
          nameErrors={missing('proxyName')}
          photoErrors={[...missing('proxyPhoto'), ...errorsAt('proxy.fileId')]}
          onChange={onChange}
        />
      </div>
      {round.round === 1 && <WishFields {...part} menu={round.menu} />}
    </>
  );
}

function HowFields({ round, formNo, values, errorsAt, onChange }: Part & Pick<Props, 'round' | 'formNo'>) {
  const t = useTranslations('voteGrid.form');
  const locale = useLocale();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('channel')}>
        <Select
          value={values.channel}
          onChange={(event) => onChange({ channel: event.target.value as Channel })}
          options={CHANNELS.map((key) => ({ value: key, label: labelIn(CHANNEL_LABELS[key], locale) }))}
        />
      </Field>
      <Field
        label={t('formNo')}
        hint={formNo ? t('formNoKnown', { formNo }) : t('formNoNone')}
        error={errorsAt('formNo')}
      >
        <Input
          value={values.formNo}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => onChange({ formNo: event.target.value })}
        />
      </Field>
      <Field label={t('day')} error={errorsAt('collectedAt')}>
        <Input
          type="date"
          value={values.day}
          max={round.today}
          onChange={(event) => onChange({ day: event.target.value })}
        />
      </Field>
      <Field label={t('collector')} hint={t('collectorHint', { name: round.rights.name })}>
        <Input
          value={values.collector}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => onChange({ collector: event.target.value })}
        />
      </Field>
    </div>
  );
}

function WishFields({ values, menu, errorsAt, onChange }: Part & Pick<DeskRound, 'menu'>) {
  const t = useTranslations('voteGrid.form');
  return (
    <>
      <MenuPicker menu={menu} wanted={values.wanted} onChange={(wanted) => onChange({ wanted })} />
      {errorsAt('wanted').map((line) => (
        <p key={line} className="text-sm text-red-ink">
          {line}
        </p>
      ))}
      <Field label={t('problems')}>
        <Textarea
          rows={2}
          value={values.problems}
          maxLength={500}
          onChange={(event) => onChange({ problems: event.target.value })}
        />
      </Field>
    </>
  );
}
