'use client';

import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Choosing } from './use-choosing';

export const homeAt = (target: EventTarget | Element | null): string | undefined =>
  (target as Element | null)?.closest<HTMLElement>('[data-home]')?.dataset.home;

/** A hand that trembles is not a frame. */
const TREMBLE = 5;

interface Frame {
  x: number;
  y: number;
  /** where each cell lies on the screen, measured when the frame begins */
  cells: { id: string; box: DOMRect }[];
  before: ReadonlySet<string>;
  drawn: boolean;
}

type Props = { choosing: Choosing; mayChoose: boolean; onOpen: (id: string) => void };

/** A click chooses one, Ctrl one more, Shift all between, a frame drawn over cells all that it touches; two clicks open. */
export function useMouse({ choosing, mayChoose, onOpen }: Props) {
  const frame = useRef<Frame>(undefined);
  const box = useRef<HTMLDivElement>(null);
  /** the click that ends a frame is none */
  const framed = useRef(false);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    framed.current = false;
    if (event.pointerType !== 'mouse' || event.button !== 0 || !mayChoose || event.shiftKey) return;
    const before = event.ctrlKey || event.metaKey ? choosing.chosen : new Set<string>();
    frame.current = { x: event.clientX, y: event.clientY, cells: [], before, drawn: false };
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const now = frame.current;
    if (!now) return;
    if (event.buttons === 0) return end();
    const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
    if (!now.drawn && Math.hypot(dx, dy) < TREMBLE) return;
    if (!now.drawn) {
      now.drawn = true;
      now.cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-home]')].map((cell) => ({
        id: cell.dataset.home ?? '',
        box: cell.getBoundingClientRect(),
      }));
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const [left, right] = [Math.min(now.x, event.clientX), Math.max(now.x, event.clientX)];
    const [top, bottom] = [Math.min(now.y, event.clientY), Math.max(now.y, event.clientY)];
    const touched = now.cells.filter(
      (cell) => cell.box.left < right && cell.box.right > left && cell.box.top < bottom && cell.box.bottom > top,
    );
    choosing.setChosen(new Set([...now.before, ...choosing.takable(touched.map(({ id }) => id))]));
    if (box.current)
      Object.assign(box.current.style, {
        display: 'block',
        left: `${left}px`,
        top: `${top}px`,
        width: `${right - left}px`,
        height: `${bottom - top}px`,
      });
  }

  function end() {
    framed.current = frame.current?.drawn ?? false;
    frame.current = undefined;
    if (box.current) box.current.style.display = 'none';
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const id = homeAt(event.target);
    if (framed.current) {
      framed.current = false;
      return;
    }
    if (!id) return;
    if (!mayChoose) {
      choosing.setFocused(id);
      return onOpen(id);
    }
    const alone = choosing.chosen.size === 1 && choosing.chosen.has(id);
    if (event.shiftKey) choosing.reach(id);
    else if (event.ctrlKey || event.metaKey || alone) choosing.toggle(id);
    else choosing.reach(id, id);
    choosing.standOn(id);
  }

  function onDoubleClick(event: MouseEvent<HTMLElement>) {
    const id = homeAt(event.target);
    if (!id || !mayChoose) return;
    choosing.clear();
    onOpen(id);
  }

  return {
    box,
    handlers: { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end, onClick, onDoubleClick },
  };
}
