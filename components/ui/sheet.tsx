'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import * as Radix from 'radix-ui/dialog';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { Overlay } from './overlay';
import { useFocusBack } from './use-focus-back';

type Props = {
  title: string;
  children: ReactNode;
  trigger?: ReactElement;
  side?: 'left' | 'right';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Room for a form; the whole screen on a phone. */
  wide?: boolean;
};

const sides = { left: 'left-0 sheet-in-left', right: 'right-0 sheet-in-right' };

export function Sheet({ title, children, trigger, side = 'right', open, onOpenChange, wide }: Props) {
  const t = useTranslations('ui');
  const giveBack = useFocusBack(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveBack}
          className={cn(
            'fixed inset-y-0 z-50 flex flex-col bg-surface shadow-float focus:outline-none',
            wide ? 'w-[min(34rem,100vw)]' : 'w-[min(22rem,86vw)]',
            sides[side],
          )}
        >
          <div className="flex items-center justify-between border-b border-line px-4 py-2.5">
            <Radix.Title className="font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('close')} size="sm">
                <X aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="grow overflow-auto p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
