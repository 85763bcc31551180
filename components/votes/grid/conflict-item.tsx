'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { labelIn } from '@/lib/domain/kernel/label';
import type { BallotView } from '@/lib/domain/votes/answers';
import type { Way } from '@/lib/domain/votes/decisions';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { Channel, Choice } from '@/lib/domain/votes/types';

export type Fate = 'leave' | Way;
const FATES: readonly Fate[] = ['leave', 'replaces', 'beside'];

type Props = {
  where: string;
  theirs: BallotView;
  mine: BallotInput;
  way: Fate;
  /** its reason was asked for and not given */
  isMissing: boolean;
  /** one reason above holds for all that give none */
  hasCommon: boolean;
  onWay: (way: Fate) => void;
};

/** One household that somebody else recorded: both ballots, and what becomes of one's own. */
export function ConflictItem({ where, theirs, mine, way, isMissing, hasCommon, onWay }: Props) {
  const t = useTranslations('voteGrid.conflict');
  const id = theirs.householdId;
  return (
    <li className="rounded-lg border border-line">
      <fieldset className="p-3">
        <legend className="float-left mb-2 w-full font-medium">{where}</legend>
        <div className="grid clear-both gap-2 text-sm sm:grid-cols-2">
          <Side
            title={t('theirs', { name: theirs.recordedBy.name || t('colleague') })}
            {...theirs}
            when={theirs.recordedAt}
            struck={way === 'replaces'}
          />
          <Side title={t('mine')} {...mine} struck={way === 'leave'} />
        </div>
        <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
          {FATES.map((one) => (
            <label key={one} className="inline-flex cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-11">
              <input
                type="radio"
                className="tick"
                name={`way-${id}`}
                checked={way === one}
                onChange={() => onWay(one)}
              />
              {t(`ways.${one}`)}
            </label>
          ))}
        </div>
        {way !== 'leave' && (
          <Field
            className="mt-2"
            label={t('reason')}
            hint={hasCommon ? t('reasonHint') : undefined}
            error={isMissing ? t('reasonMissing') : undefined}
            required={!hasCommon}
          >
            <Input name={`reason-${id}`} maxLength={200} autoComplete="off" />
          </Field>
        )}
      </fieldset>
    </li>
  );
}

interface Shown {
  title: string;
  choice: Choice | null;
  channel: Channel;
  formNo?: string | null;
  collector?: string;
  when?: string;
  struck: boolean;
}

function Side({ title, choice, channel, formNo, collector, when, struck }: Shown) {
  const t = useTranslations('voteGrid.conflict');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <p className="text-xs text-ink-3">{title}</p>
      <p className={struck ? 'text-base font-semibold text-ink-3 line-through' : 'text-base font-semibold'}>
        {choice ? labelIn(CHOICE_LABELS[choice], locale) : t('annulled')}
      </p>
      <p className="text-ink-2">
        {[
          labelIn(CHANNEL_LABELS[channel], locale),
          formNo,
          collector,
          when && format.dateTime(new Date(when), 'moment'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
