'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Select } from '@/components/ui/select';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import { CHANNELS, type Channel, type Choice } from '@/lib/domain/votes/types';
import { ChoiceButtons } from './choice-buttons';

/** How what is recorded now was collected. */
export interface HowCollected {
  channel: Channel;
  day: string;
  collector: string;
}

type Props = {
  count: number;
  area: string;
  /** of those chosen, households whose ballot stands already */
  taken: number;
  /** where somebody else recorded meanwhile: no longer chosen */
  takenAway: readonly string[];
  how: HowCollected;
  today: string;
  recorder: string;
  busy: boolean;
  onHow: (how: HowCollected) => void;
  onChoose: (choice: Choice) => void;
  onOpen?: () => void;
  onClear: () => void;
};

const MOST_NAMED = 3;
const named = (places: readonly string[]) =>
  `${places.slice(0, MOST_NAMED).join('、')}${places.length > MOST_NAMED ? ' …' : ''}`;

/** At the lower edge while one works: what is chosen, how it was collected, and the three answers. */
export function RecordBar(props: Props) {
  const { count, area, taken, takenAway, how, today, recorder, busy, onHow, onChoose, onOpen, onClear } = props;
  const t = useTranslations('voteGrid.bar');
  const locale = useLocale();
  return (
    <section
      aria-label={t('title')}
      className="no-print sticky bottom-2 z-20 mt-4 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float max-sm:-mx-2 max-sm:bottom-1 max-sm:px-3"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="flex min-h-9 grow flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          {count === 0 ? (
            <span className="text-ink-3">
              <span className="pointer-coarse:hidden">{t('none')} </span>
              <span className="pointer-fine:hidden">{t('touch')}</span>
            </span>
          ) : (
            <>
              <strong className="text-base font-semibold">{t('chosen', { count })}</strong>
              <span className="text-ink-2">{area} ㎡</span>
              {taken > 0 && <span className="text-amber-ink">{t('taken', { count: taken })}</span>}
            </>
          )}
          {takenAway.length > 0 && (
            <span className="text-amber-ink">
              {t('takenAway', { count: takenAway.length, where: named(takenAway) })}
            </span>
          )}
          {onOpen && (
            <Button size="sm" onClick={onOpen}>
              {t('open')}
            </Button>
          )}
          {count > 0 && (
            <IconButton label={t('clear')} size="sm" onClick={onClear}>
              <X aria-hidden="true" />
            </IconButton>
          )}
        </p>
        <details className={cn('w-full sm:hidden', count === 0 && 'hidden')}>
          <summary className="flex min-h-11 cursor-pointer items-center gap-1.5 text-sm text-accent-ink">
            <SlidersHorizontal aria-hidden="true" className="size-4" />
            {t('how', {
              channel: labelIn(CHANNEL_LABELS[how.channel], locale),
              day: how.day === today ? t('today') : how.day,
            })}
          </summary>
          <HowFields how={how} today={today} recorder={recorder} onHow={onHow} />
        </details>
        <div className="max-sm:hidden">
          <HowFields how={how} today={today} recorder={recorder} onHow={onHow} />
        </div>
        <div className={cn('w-full sm:w-92', count === 0 && 'max-sm:hidden')}>
          <ChoiceButtons disabled={count === 0 || busy} keys onChoose={onChoose} />
        </div>
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3 max-sm:hidden pointer-coarse:hidden">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> <Kbd>←</Kbd> <Kbd>→</Kbd> {t('keys.move')}
        </span>
        <span>
          <Kbd>Shift</Kbd> {t('keys.extend')}
        </span>
        <span>
          <Kbd>{t('keys.spaceKey')}</Kbd> {t('keys.space')}
        </span>
        <span>
          <Kbd>1</Kbd> <Kbd>T</Kbd> {t('keys.agree')} <Kbd>2</Kbd> {t('keys.disagree')} <Kbd>3</Kbd> {t('keys.abstain')}
        </span>
        <span>
          <Kbd>0</Kbd> {t('keys.clear')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {t('keys.open')}
        </span>
        <span>{t('keys.mouse')}</span>
      </p>
    </section>
  );
}

type HowProps = Pick<Props, 'how' | 'today' | 'recorder' | 'onHow'>;

/** In the row the control itself says what it is. */
const NAME = 'mb-1 block text-sm text-ink-2 sm:sr-only';

function HowFields({ how, today, recorder, onHow }: HowProps) {
  const id = useId();
  const t = useTranslations('voteGrid.bar');
  const locale = useLocale();
  return (
    <div className="grid gap-2 sm:flex">
      <div className="sm:w-32">
        <label htmlFor={`${id}-channel`} className={NAME}>
          {t('channel')}
        </label>
        <Select
          id={`${id}-channel`}
          value={how.channel}
          onChange={(event) => onHow({ ...how, channel: event.target.value as Channel })}
          options={CHANNELS.map((key) => ({ value: key, label: labelIn(CHANNEL_LABELS[key], locale) }))}
        />
      </div>
      <div className="sm:w-36">
        <label htmlFor={`${id}-day`} className={NAME}>
          {t('day')}
        </label>
        <Input
          id={`${id}-day`}
          type="date"
          value={how.day}
          max={today}
          onChange={(event) => onHow({ ...how, day: event.target.value })}
        />
      </div>
      <div className="sm:w-36">
        <label htmlFor={`${id}-collector`} className={NAME}>
          {t('collector')}
        </label>
        <Input
          id={`${id}-collector`}
          value={how.collector}
          maxLength={40}
          placeholder={t('collectorIs', { name: recorder })}
          autoComplete="off"
          onChange={(event) => onHow({ ...how, collector: event.target.value })}
        />
      </div>
    </div>
  );
}
