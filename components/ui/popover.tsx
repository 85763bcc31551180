'use client';

import * as Radix from 'radix-ui/popover';
import type { ComponentProps, ReactElement, ReactNode, RefObject } from 'react';
import { cn } from './cn';

type Props = {
  trigger?: ReactElement;
  /** What it stands beside, where one panel serves many openers. */
  anchor?: RefObject<HTMLElement | null>;
  children: ReactNode;
  /** Names the panel for readers. */
  label: string;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  /** It may be taller than its room: then it is a stop of the Tab key, from where the arrows scroll it. */
  scrolls?: boolean;
} & Pick<ComponentProps<typeof Radix.Content>, 'onCloseAutoFocus' | 'onInteractOutside'>;

export function Popover({
  trigger,
  anchor,
  children,
  label,
  align = 'start',
  open,
  onOpenChange,
  className,
  scrolls,
  ...rest
}: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {anchor && <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />}
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
