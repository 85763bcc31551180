'use client';

import * as Slot from 'radix-ui/slot';
import { type ReactElement, useRef, useState } from 'react';
import { POPOVER } from './late-popover';
import type { PopoverProps } from './popover-panel';
import { useLate } from './use-late';

type Props = Pick<PopoverProps, 'children' | 'label' | 'align' | 'className' | 'scrolls'> & {
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Until it is asked for it is its button alone. */
export function Popover({ trigger, open: given, onOpenChange, ...panel }: Props) {
  const button = useRef<HTMLElement>(null);
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const Panel = useLate(POPOVER, open, () => setOpen(false));
  const isOwn = ({ target }: Event) => target instanceof Node && button.current?.contains(target);
  return (
    <>
      <Slot.Root
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={POPOVER.bring}
        onFocus={POPOVER.bring}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </Slot.Root>
      {Panel && (
        <Panel
          {...panel}
          anchor={button}
          onOpenChange={setOpen}
          // its own button closes it by the click that follows
          onInteractOutside={(event) => isOwn(event.detail.originalEvent) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // who clicked on something else is there already
            if (document.activeElement === document.body) button.current?.focus();
          }}
        />
      )}
    </>
  );
}
