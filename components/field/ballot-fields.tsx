'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import { CHANNELS, type Channel } from '@/lib/domain/votes/types';
import { ChoiceButtons } from './choice-buttons';
import { FormNumber } from './form-number';
import { PhotoInput } from './photo-input';
import type { BallotForm } from './use-ballot-form';
import { Wishes } from './wishes';

type Props = { form: BallotForm; taken: RoundPackage; isCorrection: boolean };

/** Choice first and large; the rest in the order in which it is at hand. */
export function BallotFields({ form, taken, isCorrection }: Props) {
  const t = useTranslations('field.form');
  const { values, change, photos, setPhotos, faults } = form;
  return (
    <div className="space-y-4">
      <FormField group label={t('choice')} required error={faults.includes('choice') ? t('choiceMissing') : undefined}>
        <ChoiceButtons chosen={values.choice} onChoose={(choice) => change({ choice })} />
      </FormField>
      {isCorrection && (
        <FormField
          label={t('reason')}
          hint={t('reasonHint')}
          required
          error={faults.includes('reason') ? t('reasonMissing') : undefined}
        >
          <Input value={values.reason} maxLength={200} onChange={(event) => change({ reason: event.target.value })} />
        </FormField>
      )}
      <FormField group label={t('channel')}>
        <ChannelButtons chosen={values.channel} onChoose={(channel) => change({ channel })} />
      </FormField>
      <FormNumber value={values.formNo} onChange={(formNo) => change({ formNo })} />
      <PhotoInput
        label={t('photo')}
        hint={values.channel === 'paper' ? t('paperPhoto') : undefined}
        photo={photos.ballot}
        onPhoto={(ballot) => setPhotos((before) => ({ ...before, ballot }))}
      />
      <ProxyFields form={form} />
      {taken.round.round === 1 && (
        <>
          <Wishes menu={taken.menu} wanted={values.wanted} onChange={(wanted) => change({ wanted })} />
          <FormField label={t('problems')} optional>
            <Textarea
              value={values.problems}
              maxLength={500}
              rows={2}
              onChange={(event) => change({ problems: event.target.value })}
            />
          </FormField>
        </>
      )}
    </div>
  );
}

function ChannelButtons({
  id,
  chosen,
  onChoose,
}: {
  id?: string;
  chosen: Channel;
  onChoose: (channel: Channel) => void;
}) {
  const locale = useLocale();
  return (
    <div id={id} className="grid grid-cols-4 gap-1.5">
      {CHANNELS.map((channel) => (
        <button
          key={channel}
          type="button"
          aria-pressed={chosen === channel}
          onClick={() => onChoose(channel)}
          className={cn(
            'min-h-11 rounded-md border px-1 text-sm',
            chosen === channel
              ? 'border-accent bg-accent-soft font-medium text-accent-ink'
              : 'border-line-strong bg-surface hover:bg-hover',
          )}
        >
          {labelIn(CHANNEL_LABELS[channel], locale)}
        </button>
      ))}
    </div>
  );
}

function ProxyFields({ form: { values, change, photos, setPhotos, faults } }: Pick<Props, 'form'>) {
  const t = useTranslations('field.form');
  return (
    <div className="space-y-3">
      <Checkbox
        label={t('proxy')}
        checked={values.byProxy}
        onChange={(event) => change({ byProxy: event.target.checked })}
      />
      {values.byProxy && (
        <div className="space-y-3 border-l-2 border-line pl-3">
          <FormField
            label={t('proxyName')}
            required
            error={faults.includes('proxyName') ? t('proxyNameMissing') : undefined}
          >
            <Input
              value={values.proxyName}
              maxLength={40}
              onChange={(event) => change({ proxyName: event.target.value })}
            />
          </FormField>
          <PhotoInput
            label={t('proxyPhoto')}
            error={faults.includes('proxyPhoto') ? t('proxyPhotoMissing') : undefined}
            photo={photos.proxy}
            onPhoto={(proxy) => setPhotos((before) => ({ ...before, proxy }))}
          />
        </div>
      )}
    </div>
  );
}
