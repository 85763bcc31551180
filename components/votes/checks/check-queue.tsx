'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import type { CheckItem } from '@/lib/domain/votes/check-list';
import { CheckBar } from './check-bar';
import { CheckListOf } from './check-list';
import { CheckedBallot } from './checked-ballot';
import { ManyRight } from './many-right';
import { useChecks, type Verdict } from './use-checks';

type Props = {
  roundId: string;
  items: readonly CheckItem[];
  /** names of the menu's items by their codes */
  menu: Readonly<Record<string, string>>;
  /** the round takes checks now */
  takesChecks: boolean;
  /** where a wrong ballot is put right, while that can be */
  correctHref?: string;
};

/** The second look as a queue: the form beside what was recorded, one answer, and on to the next. */
export function CheckQueue({ roundId, items, menu, takesChecks, correctHref }: Props) {
  const t = useTranslations('voteDesk.checks');
  const router = useRouter();
  const pane = useRef<HTMLElement>(null);
  const { at, go, say, open, verdictOf, busy, problem, left, said } = useChecks(roundId, items, () => router.refresh());
  const [asksNote, setAsksNote] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const item = items[at];
  if (!item) return null;
  const isOpen = takesChecks && open(item);
  const choosable = (one: CheckItem) => takesChecks && open(one) && !one.ballot.photoFileId;
  const many = items.filter(choosable).map(({ ballot }) => ballot.id);
  const picked = many.filter((id) => chosen.has(id));

  async function answer(verdict: Verdict, note?: string) {
    if (!item || !(await say([item.ballot.id], verdict, note))) return;
    setAsksNote(false);
    toast(t(verdict === 'right' ? 'doneRight' : 'doneWrong'));
    pane.current?.focus();
    if (left === 1) router.refresh();
  }

  async function answerMany() {
    if (!(await say(picked, 'right'))) return false;
    toast(t('allDone', { count: picked.length }));
    setChosen(new Set());
    router.refresh();
    return true;
  }

  function step(by: 1 | -1) {
    setAsksNote(false);
    go(at + by);
  }

  /** Single keys hold only while the pane has the focus, and never while somebody writes. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const mayAnswer = isOpen && !busy;
    if (key === 'ArrowLeft') step(-1);
    else if (key === 'ArrowRight') step(1);
    else if (key === '1' && mayAnswer) void answer('right');
    else if (key === '2' && mayAnswer) setAsksNote(true);
    else return;
    event.preventDefault();
  }

  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <section
        ref={pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: takes the focus after each answer, so that the keys go on working
        tabIndex={0}
        aria-label={t('recorded')}
        onKeyDown={onKeyDown}
        className="min-w-0 rounded-lg border border-line bg-surface shadow-card"
      >
        <CheckedBallot item={item} menu={menu} takesChecks={takesChecks} correctHref={correctHref} problem={problem} />
        <CheckBar
          position={t('position', { at: at + 1, count: items.length })}
          isOpen={isOpen}
          busy={busy}
          asksNote={asksNote}
          onAskNote={setAsksNote}
          onSay={answer}
          onStep={step}
        />
      </section>
      <aside className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        {left === 0 && said > 0 && (
          <div className="border-b border-line p-3">
            <p className="text-sm text-ink-2">{t('finished')}</p>
            <Button size="sm" className="mt-2" onClick={() => router.refresh()}>
              {t('more')}
            </Button>
          </div>
        )}
        {many.length > 0 && (
          <ManyRight
            all={many.length === picked.length}
            picked={picked}
            busy={busy}
            problem={problem}
            onAll={(on) => setChosen(new Set(on ? many : []))}
            onSay={answerMany}
          />
        )}
        <CheckListOf
          items={items}
          at={at}
          verdictOf={verdictOf}
          isChoosable={choosable}
          chosen={chosen}
          onChoose={(id, on) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))}
          onGo={(to) => {
            setAsksNote(false);
            go(to);
          }}
        />
      </aside>
    </div>
  );
}
