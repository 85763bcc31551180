'use client';

import { Check, CircleDashed, TriangleAlert, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { CheckItem } from '@/lib/domain/votes/check-list';
import { ChoiceBadge } from './ballot-facts';
import type { Verdict } from './use-checks';

type Props = {
  items: readonly CheckItem[];
  at: number;
  verdictOf: (item: CheckItem) => Verdict | null;
  isChoosable: (item: CheckItem) => boolean;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, on: boolean) => void;
  onGo: (at: number) => void;
};

/** All ballots of the page, with what became of each; those without a photo can be chosen together. */
export function CheckListOf({ items, at, verdictOf, isChoosable, chosen, onChoose, onGo }: Props) {
  const t = useTranslations('voteDesk.checks');
  return (
    <ol aria-label={t('list')} className="relative divide-y divide-line overflow-auto xl:max-h-[70vh]">
      {items.map((item, index) => {
        const { ballot, where } = item;
        return (
          <li key={ballot.id} className={cn('flex items-center gap-2 px-3', index === at && 'bg-accent-soft')}>
            {isChoosable(item) && (
              <input
                type="checkbox"
                className="tick shrink-0"
                aria-label={t('choose', { where })}
                checked={chosen.has(ballot.id)}
                onChange={(event) => onChoose(ballot.id, event.target.checked)}
              />
            )}
            <button
              type="button"
              aria-current={index === at ? 'true' : undefined}
              onClick={() => onGo(index)}
              className="focus-inset flex min-h-10 min-w-0 grow items-center gap-2 py-1 text-left text-sm pointer-coarse:min-h-11"
            >
              <State verdict={verdictOf(item)} mine={item.mine} />
              <span className="min-w-0 grow truncate">{where}</span>
              <ChoiceBadge choice={ballot.choice} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function State({ verdict, mine }: { verdict: Verdict | null; mine: boolean }) {
  const t = useTranslations('voteDesk.checks');
  const style = 'size-4 shrink-0';
  const [icon, word] =
    verdict === 'right'
      ? [<Check key="right" aria-hidden="true" className={cn(style, 'text-green')} />, t('states.right')]
      : verdict === 'wrong'
        ? [<TriangleAlert key="wrong" aria-hidden="true" className={cn(style, 'text-red')} />, t('states.wrong')]
        : mine
          ? [<UserRound key="mine" aria-hidden="true" className={cn(style, 'text-ink-3')} />, t('mine')]
          : [<CircleDashed key="waits" aria-hidden="true" className={cn(style, 'text-ink-3')} />, t('states.waiting')];
  return (
    <span title={word}>
      {icon}
      <span className="sr-only">{word}</span>
    </span>
  );
}
