'use client';

import * as Radix from 'radix-ui/popover';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { cn } from './cn';

export type PopoverProps = {
  /** What it stands beside. */
  anchor: RefObject<HTMLElement | null>;
  children: ReactNode;
  /** Names the panel for readers. */
  label: string;
  align?: 'start' | 'center' | 'end';
  onOpenChange: (open: boolean) => void;
  className?: string;
  /** It may be taller than its room: then it is a stop of the Tab key, from where the arrows scroll it. */
  scrolls?: boolean;
} & Pick<ComponentProps<typeof Radix.Content>, 'onCloseAutoFocus' | 'onInteractOutside'>;

/** Of a popover that is open. */
export function PopoverPanel({
  anchor,
  children,
  label,
  align = 'start',
  onOpenChange,
  className,
  scrolls,
  ...rest
}: PopoverProps) {
  return (
    <Radix.Root open onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          {...rest}
          tabIndex={scrolls ? 0 : undefined}
          className={cn(
            'float-in z-50 max-w-[min(24rem,calc(100vw-1.5rem))] min-w-56 rounded-lg border border-line bg-surface p-4 shadow-float',
            scrolls ? 'max-h-[70vh] overflow-auto focus-inset' : 'focus:outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
