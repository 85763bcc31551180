'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { collectedAt } from '@/components/votes/grid/ballot-values';
import { PhotoField } from '@/components/votes/grid/photo-field';
import { ProxyFields } from '@/components/votes/grid/proxy-fields';
import { fieldErrors, type Problem } from '@/lib/client/api';
import { today } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ObjectionView } from '@/lib/domain/notices/answers';
import { type BallotGap, given, proxyGaps } from '@/lib/domain/votes/filled-ballot';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import { CHANNELS, type Channel } from '@/lib/domain/votes/types';
import { formatDate } from '@/lib/format/date';

type Household = NonNullable<ObjectionView['household']>;

/** What stands on the form that had been handed in, beside the choice. */
export interface HandedInValues {
  channel: Channel;
  formNo: string;
  day: string;
  collector: string;
  photoFileId: string;
  byProxy: boolean;
  proxyName: string;
  proxyFileId: string;
}

export const blankHandedIn = (household: ObjectionView['household']): HandedInValues => ({
  channel: 'paper',
  formNo: household?.formNo ?? '',
  day: '',
  collector: '',
  photoFileId: '',
  byProxy: false,
  proxyName: '',
  proxyFileId: '',
});

/** What is sent of it. Of the day on which the round was closed, the moment of closing: nobody knows the hour. */
export function handedInOf(values: HandedInValues, household: ObjectionView['household']) {
  return {
    channel: values.channel,
    formNo: given(values.formNo),
    photoFileId: values.photoFileId || undefined,
    proxy: values.byProxy ? { name: values.proxyName.trim(), fileId: values.proxyFileId } : undefined,
    collector: given(values.collector),
    collectedAt: collectedAt(values.day, '', household?.closedAt ?? undefined),
  };
}

/** What has to be there before it is worth sending: the rest is said by the server. */
export const handedInGaps = (values: HandedInValues): BallotGap[] => proxyGaps(values, values.proxyFileId !== '');

const dayOf = (instant: string | null) => (instant ? today(new Date(instant)) : undefined);

type Props = {
  household: Household;
  values: HandedInValues;
  problem: Problem | undefined;
  /** as they were when they were last to be sent: what was said of a value goes with it */
  sent: HandedInValues | undefined;
  onChange: (values: HandedInValues) => void;
};

/** The form that had been handed in, as it would have been recorded then; its photo is the proof. */
export function HandedInFields({ household, values, problem, sent, onChange }: Props) {
  const t = useTranslations('voteGrid.form');
  const own = useTranslations('notices.objections');
  const locale = useLocale();
  const { formNo, openedAt, closedAt } = household;
  const last = dayOf(closedAt);
  const set = (change: Partial<HandedInValues>) => onChange({ ...values, ...change });
  const errors = (key: keyof HandedInValues, name: string = key) =>
    sent?.[key] === values[key] ? fieldErrors(problem, `ballot.${name}`) : [];
  const missing = (gap: BallotGap) => (sent && handedInGaps(values).includes(gap) ? [t(`gaps.${gap}`)] : []);
  return (
    <div className="space-y-4 rounded-md border border-line px-3 py-3">
      <p className="text-sm text-ink-2">{own('recordHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('channel')}>
          <Select
            value={values.channel}
            onChange={(event) => set({ channel: event.target.value as Channel })}
            options={CHANNELS.map((key) => ({ value: key, label: labelIn(CHANNEL_LABELS[key], locale) }))}
          />
        </Field>
        <Field
          label={t('day')}
          hint={own('dayHint', { day: formatDate(last ?? null, locale) })}
          error={errors('day', 'collectedAt')}
          required
        >
          <Input
            type="date"
            value={values.day}
            min={dayOf(openedAt)}
            max={last}
            onChange={(event) => set({ day: event.target.value })}
          />
        </Field>
        <Field
          label={t('formNo')}
          hint={formNo ? t('formNoKnown', { formNo }) : t('formNoNone')}
          error={errors('formNo')}
        >
          <Input
            value={values.formNo}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            onChange={(event) => set({ formNo: event.target.value })}
          />
        </Field>
        <Field label={t('collector')} hint={own('collectorHint')} error={errors('collector')}>
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
        required
        errors={errors('photoFileId')}
        fileId={values.photoFileId}
        onChange={(photoFileId) => set({ photoFileId })}
      />
      <ProxyFields
        values={values}
        nameErrors={missing('proxyName')}
        photoErrors={[...missing('proxyPhoto'), ...errors('proxyFileId', 'proxy.fileId')]}
        onChange={set}
      />
    </div>
  );
}
