'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { labelIn } from '@/lib/domain/kernel/label';
import type { BallotView } from '@/lib/domain/votes/answers';
import type { Way as Change, Decision } from '@/lib/domain/votes/decisions';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { Channel, Choice } from '@/lib/domain/votes/types';

type Props = {
  theirs: readonly BallotView[];
  mine: readonly BallotInput[];
  /** 1单元 501 */
  whereOf: (householdId: string) => string;
  busy: boolean;
  onResolve: (decisions: ReadonlyMap<string, Decision>) => void;
  onClose: () => void;
};

const WAYS = ['leave', 'replaces', 'beside'] as const;
type Way = (typeof WAYS)[number];

/** Somebody else recorded these households: both ballots side by side, and one decision for each; neither is lost. */
export function BallotConflict({ theirs, mine, whereOf, busy, onResolve, onClose }: Props) {
  const t = useTranslations('voteGrid.conflict');
  const formId = useId();
  const [ways, setWays] = useState<Record<string, Way>>({});
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const rest = mine.length - theirs.length;
  const changes = theirs.filter(({ householdId }) => (ways[householdId] ?? 'leave') !== 'leave').length;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const common = String(typed.get('common') ?? '').trim();
    const reasonOf = (id: string) => String(typed.get(`reason-${id}`) ?? '').trim() || common;
    const moved = theirs.filter(({ householdId }) => (ways[householdId] ?? 'leave') !== 'leave');
    const silent = new Set(moved.map(({ householdId }) => householdId).filter((id) => !reasonOf(id)));
    setMissing(silent);
    if (silent.size > 0) return;
    onResolve(
      new Map(
        moved.map(({ householdId }): [string, Decision] => [
          householdId,
          { how: ways[householdId] as Change, reason: reasonOf(householdId) },
        ]),
      ),
    );
  }

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { count: theirs.length })}
      description={t('text')}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t('save', { count: changes + rest })}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('back')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {rest > 0 && <p className="mb-3 text-sm text-ink-2">{t('rest', { count: rest })}</p>}
        {changes > 1 && (
          <Field label={t('common')} className="mb-3">
            <Input name="common" maxLength={200} autoComplete="off" />
          </Field>
        )}
        <ul className="space-y-3">
          {theirs.map((other) => {
            const id = other.householdId;
            const own = mine.find(({ householdId }) => householdId === id);
            const way = ways[id] ?? 'leave';
            if (!own) return null;
            return (
              <li key={id} className="rounded-lg border border-line">
                <fieldset className="p-3">
                  <legend className="float-left mb-2 w-full font-medium">{whereOf(id)}</legend>
                  <div className="grid clear-both gap-2 text-sm sm:grid-cols-2">
                    <Side
                      title={t('theirs', { name: other.recordedBy.name || t('colleague') })}
                      {...other}
                      when={other.recordedAt}
                      struck={way === 'replaces'}
                    />
                    <Side title={t('mine')} {...own} struck={way === 'leave'} />
                  </div>
                  <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
                    {WAYS.map((one) => (
                      <label
                        key={one}
                        className="inline-flex cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-11"
                      >
                        <input
                          type="radio"
                          className="tick"
                          name={`way-${id}`}
                          checked={way === one}
                          onChange={() => setWays((before) => ({ ...before, [id]: one }))}
                        />
                        {t(`ways.${one}`)}
                      </label>
                    ))}
                  </div>
                  {way !== 'leave' && (
                    <Field
                      className="mt-2"
                      label={t('reason')}
                      hint={changes > 1 ? t('reasonHint') : undefined}
                      error={missing.has(id) ? t('reasonMissing') : undefined}
                      required={changes < 2}
                    >
                      <Input name={`reason-${id}`} maxLength={200} autoComplete="off" />
                    </Field>
                  )}
                </fieldset>
              </li>
            );
          })}
        </ul>
      </form>
    </Dialog>
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
