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

type Props = {
  house: RefObject<HTMLElement | null>;
  choosing: Choosing;
  mayChoose: boolean;
  onOpen: (id: string) => void;
};

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
      now.setChosen((before) => {
        if (before.has(id) === adds) return before;
        const after = new Set(before);
        if (adds) after.add(id);
        else after.delete(id);
        return after;
      });
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
      const strides = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STRIDE));
      for (let at = 1; at <= strides; at++)
        take(homeAt(document.elementFromPoint(touch.x + (dx * at) / strides, touch.y + (dy * at) / strides)));
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
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    // not passive: it has to be able to say no to scrolling
    element.addEventListener('touchmove', still, { passive: false });
    element.addEventListener('contextmenu', noMenu);
    return () => {
      cancel();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('touchmove', still);
      element.removeEventListener('contextmenu', noMenu);
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
