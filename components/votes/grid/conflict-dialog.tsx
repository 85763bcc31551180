'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { BallotView } from '@/lib/domain/votes/answers';
import type { Decision, Way } from '@/lib/domain/votes/decisions';
import type { BallotInput } from '@/lib/domain/votes/schema';
import { ConflictItem, type Fate } from './conflict-item';

type Props = {
  theirs: readonly BallotView[];
  mine: readonly BallotInput[];
  /** 1单元 501 */
  whereOf: (householdId: string) => string;
  busy: boolean;
  onResolve: (decisions: ReadonlyMap<string, Decision>) => void;
  onClose: () => void;
};

/** Somebody else recorded these households: both ballots side by side, and one decision for each; neither is lost. */
export function BallotConflict({ theirs, mine, whereOf, busy, onResolve, onClose }: Props) {
  const t = useTranslations('voteGrid.conflict');
  const formId = useId();
  const [ways, setWays] = useState<Record<string, Fate>>({});
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
          { how: ways[householdId] as Way, reason: reasonOf(householdId) },
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
              <ConflictItem
                key={id}
                where={whereOf(id)}
                theirs={other}
                mine={own}
                way={way}
                isMissing={missing.has(id)}
                hasCommon={changes > 1}
                onWay={(one) => setWays((before) => ({ ...before, [id]: one }))}
              />
            );
          })}
        </ul>
      </form>
    </Dialog>
  );
}
