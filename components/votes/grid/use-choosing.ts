'use client';

import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { between, type Facade, type Step, stepFrom } from '@/components/buildings/facade';
import type { GridHome } from '@/lib/domain/votes/grid';
import type { Choice } from '@/lib/domain/votes/types';
import { cellId } from './home-cell';

const ARROWS: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'storeyStart',
  End: 'storeyEnd',
  PageUp: 'previousUnit',
  PageDown: 'nextUnit',
};

const CHOICE_KEYS: Record<string, Choice> = { '1': 'agree', t: 'agree', '2': 'disagree', '3': 'abstain' };

interface Options {
  facade: Facade<GridHome>;
  /** households that the filter leaves out are not taken by a range */
  isShown: (home: GridHome) => boolean;
  /** whether ballots may be recorded: without it there is nothing to choose for */
  mayChoose: boolean;
  onOpen: (id: string) => void;
  /** a choice was typed, for what is chosen or else for the cell one stands on */
  onChoice: (choice: Choice, ids: readonly string[]) => void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Which cells are chosen and where the keyboard stands. Keys: arrows go, Shift takes along, Space chooses, 1 2 3 record, 0 clears, Enter opens. */
export function useChoosing({ facade, isShown, mayChoose, onOpen, onChoice }: Options) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOBODY);
  const [focused, setFocused] = useState<string>();
  const [anchor, setAnchor] = useState<string>();
  const [emptied, setEmptied] = useState(false);
  const homes = useMemo(() => new Map(facade.order.flat().map((home) => [home.id, home])), [facade]);
  const entry = focused && homes.has(focused) ? focused : stepFrom(facade, '', 'first');

  const takable = useCallback(
    (ids: readonly string[]) => ids.filter((id) => isShown(homes.get(id) as GridHome)),
    [homes, isShown],
  );

  function standOn(id: string) {
    setEmptied(false);
    setFocused(id);
    document.getElementById(cellId(id))?.focus();
  }

  function toggle(id: string) {
    setEmptied(false);
    setAnchor(id);
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  /** From where choosing began to here: the rectangle of the house between. */
  function reach(to: string, from = anchor ?? entry) {
    setAnchor(from);
    setChosen(new Set(takable(between(facade, from, to))));
  }

  function clear() {
    setEmptied(false);
    setChosen(NOBODY);
    setAnchor(undefined);
  }

  /** These are done with. */
  function drop(ids: readonly string[]) {
    setChosen((before) => new Set([...before].filter((id) => !ids.includes(id))));
  }

  /** Somebody else was first. The key that was on its way for the last of them must not fall on the cell one stands on. */
  function takeAway(ids: readonly string[]) {
    setEmptied([...chosen].every((id) => ids.includes(id)));
    drop(ids);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const command = event.ctrlKey || event.metaKey;
    const step =
      command && event.key === 'Home' ? 'first' : command && event.key === 'End' ? 'last' : ARROWS[event.key];
    if (event.altKey || (command && !step && event.key !== 'a')) return;
    if (!(step ? go(step, event.shiftKey) : press(event.key.toLowerCase(), command))) return;
    event.preventDefault();
  }

  function go(step: Step, takeAlong: boolean): true {
    const to = stepFrom(facade, entry, step);
    if (takeAlong && mayChoose) reach(to);
    else setAnchor(undefined);
    standOn(to);
    return true;
  }

  /** Answers whether the key means something here. */
  function press(key: string, command: boolean): boolean {
    if (key === 'enter') onOpen(entry);
    else if (!mayChoose) return false;
    else if (command) setChosen(new Set(takable([...homes.keys()])));
    else if (key === ' ') toggle(entry);
    else if (key === '0' || (key === 'escape' && chosen.size > 0)) clear();
    else if (CHOICE_KEYS[key]) onChoice(CHOICE_KEYS[key], chosen.size > 0 ? [...chosen] : emptied ? [] : [entry]);
    else return false;
    return true;
  }

  return { chosen, setChosen, entry, setFocused, standOn, toggle, reach, clear, drop, takeAway, takable, onKeyDown };
}

export type Choosing = ReturnType<typeof useChoosing>;
