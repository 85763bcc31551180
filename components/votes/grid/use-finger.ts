'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { Choosing } from './use-choosing';
import { homeAt } from './use-mouse';

const LONG_MS = 420;
/** A finger that moved so far is scrolling, not pressing. */
const STRAY = 10;
/** Between two reports of a quick finger cells are looked for at this distance. */
const STRIDE = 14;

interface Touch {
  x: number;
  y: number;
  home: string | undefined;
  /** the finger is choosing: the page stands still under it */
  takes: boolean;
  /** it takes away where it began on a chosen cell */
  adds: boolean;
  moved: boolean;
}

type Heard<K extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[K]) => void;

type Props = {
  house: RefObject<HTMLElement | null>;
  choosing: Choosing;
  mayChoose: boolean;
  onOpen: (id: string) => void;
};

/** The set with the cell or without it; the very same one where that changes nothing. */
function turned(chosen: ReadonlySet<string>, id: string, adds: boolean): ReadonlySet<string> {
  if (chosen.has(id) === adds) return chosen;
  const after = new Set(chosen);
  if (adds) after.add(id);
  else after.delete(id);
  return after;
}

/** The cells that a finger passed since it was heard of last. */
function passed({ x, y }: Touch, event: PointerEvent): (string | undefined)[] {
  const [dx, dy] = [event.clientX - x, event.clientY - y];
  const strides = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STRIDE));
  return Array.from({ length: strides }, (_, at) => (at + 1) / strides).map((way) =>
    homeAt(document.elementFromPoint(x + dx * way, y + dy * way)),
  );
}

/** Hears all of them until told to stop. */
function listen(element: HTMLElement, listeners: Partial<{ [K in keyof HTMLElementEventMap]: Heard<K> }>): () => void {
  const all = Object.entries(listeners) as [string, EventListener][];
  // not passive: it has to be able to say no to scrolling
  for (const [name, heard] of all) element.addEventListener(name, heard, { passive: false });
  return () => {
    for (const [name, heard] of all) element.removeEventListener(name, heard);
  };
}

/**
 * A tap opens. A long press begins choosing: from then on a swipe takes the cells it passes and a tap one more or less, while the page still
 * scrolls up and down (touch-action: pan-y; only the finger that pressed long holds it).
 */
export function useFinger({ house, choosing, mayChoose, onOpen }: Props) {
  const latest = useRef({ choosing, mayChoose, onOpen });
  latest.current = { choosing, mayChoose, onOpen };
  /** what the click at the end of a touch means */
  const last = useRef<'none' | 'tap' | 'spent'>('none');

  useEffect(() => {
    const element = house.current;
    if (!element) return;
    let touch: Touch | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const take = (id: string | undefined) => {
      if (!id || !touch) return;
      const { adds } = touch;
      const { choosing: now } = latest.current;
      if (now.takable([id]).length === 0) return;
      now.setChosen((before) => turned(before, id, adds));
    };
    const begin = () => {
      if (!touch?.home) return;
      touch.takes = true;
      touch.adds = !latest.current.choosing.chosen.has(touch.home);
      navigator.vibrate?.(12);
      take(touch.home);
    };
    const down = (event: PointerEvent) => {
      last.current = 'none';
      if (event.pointerType === 'mouse' || !event.isPrimary) return;
      const home = homeAt(event.target as Element);
      touch = { x: event.clientX, y: event.clientY, home, takes: false, adds: true, moved: false };
      clearTimeout(timer);
      if (latest.current.mayChoose && touch.home) timer = setTimeout(begin, LONG_MS);
    };
    const move = (event: PointerEvent) => {
      if (!touch || event.pointerType === 'mouse' || !event.isPrimary) return;
      const [dx, dy] = [event.clientX - touch.x, event.clientY - touch.y];
      if (!touch.takes && Math.hypot(dx, dy) > STRAY) {
        clearTimeout(timer);
        touch.moved = true;
        // sideways, once something is chosen: goes on choosing
        if (latest.current.choosing.chosen.size > 0 && Math.abs(dx) > Math.abs(dy)) begin();
      }
      if (!touch.takes) return;
      for (const id of passed(touch, event)) take(id);
      Object.assign(touch, { x: event.clientX, y: event.clientY, moved: true });
    };
    const up = () => {
      clearTimeout(timer);
      if (touch) last.current = touch.takes || touch.moved ? 'spent' : 'tap';
      touch = undefined;
    };
    const cancel = () => {
      clearTimeout(timer);
      touch = undefined;
    };
    const still = (event: Event) => {
      if (touch?.takes) event.preventDefault();
    };
    const noMenu = (event: Event) => {
      if (touch) event.preventDefault();
    };
    const deaf = listen(element, {
      pointerdown: down,
      pointermove: move,
      pointerup: up,
      pointercancel: cancel,
      touchmove: still,
      contextmenu: noMenu,
    });
    return () => {
      cancel();
      deaf();
    };
  }, [house]);

  /** The click that follows a touch; answers whether there was one. */
  return function onTap(id: string | undefined): boolean {
    const was = last.current;
    last.current = 'none';
    if (was === 'tap' && id) {
      if (mayChoose && choosing.chosen.size > 0) choosing.toggle(id);
      else {
        choosing.setFocused(id);
        onOpen(id);
      }
    }
    return was !== 'none';
  };
}
