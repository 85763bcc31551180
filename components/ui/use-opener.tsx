'use client';

import * as Slot from 'radix-ui/slot';
import { type ComponentType, type MouseEvent, type ReactElement, type ReactNode, useState } from 'react';
import { type Late, useLate } from './use-late';

export type Opened = { open: boolean; setOpen: (open: boolean) => void };

type Opener<P> = Opened & {
  /** null until it has been asked for and is here; from then on it stays, with what it knows */
  Panel: ComponentType<P> | null;
  /** The button, which says that it opens something. */
  opener: (trigger: ReactElement) => ReactNode;
};

/** A button, and a dialog that is fetched when the button is reached for: a page has many of them and opens few. */
export function useOpener<P>(piece: Late<P>): Opener<P> {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const Panel = useLate(piece, asked, () => {
    setAsked(false);
    setOpen(false);
  });
  function ask(event: MouseEvent<HTMLElement>) {
    // not every browser gives it the focus, which it is to have again
    event.currentTarget.focus();
    setAsked(true);
    setOpen(true);
  }
  // a slot, as a button that comes from the server may still be on its way
  const opener = (trigger: ReactElement) => (
    <Slot.Root
      aria-haspopup="dialog"
      aria-expanded={open}
      onPointerEnter={piece.bring}
      onFocus={piece.bring}
      onClick={ask}
    >
      {trigger}
    </Slot.Root>
  );
  return { open, setOpen, Panel, opener };
}
