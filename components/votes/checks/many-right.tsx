'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { type Problem, sentencesOf } from '@/lib/client/api';

type Props = {
  all: boolean;
  picked: readonly string[];
  busy: boolean;
  problem: Problem | undefined;
  onAll: (on: boolean) => void;
  onSay: () => Promise<boolean>;
};

/** Ballots of a meeting have no photo: they are compared with one list, and answered together. */
export function ManyRight({ all, picked, busy, problem, onAll, onSay }: Props) {
  const t = useTranslations('voteDesk.checks');
  const count = picked.length;
  return (
    <div className="space-y-2 border-b border-line p-3">
      <p className="text-sm text-ink-3">{t('allHint')}</p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox label={t('chooseAll')} checked={all && count > 0} onChange={(event) => onAll(event.target.checked)} />
        <ConfirmDialog
          title={t('allTitle', { count })}
          description={t('allText')}
          confirmLabel={t('all')}
          errors={problem && sentencesOf(problem)}
          onConfirm={onSay}
          trigger={
            <Button size="sm" disabled={count === 0} busy={busy}>
              {count > 0 ? t('allChosen', { count }) : t('all')}
            </Button>
          }
        />
      </div>
    </div>
  );
}
