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
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons; put the one that acts first. */
  actions?: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
};

/** In the middle on a desk, at the bottom edge on a phone. */
export function Dialog({ title, description, children, actions, trigger, open, onOpenChange, wide }: Props) {
  const t = useTranslations('ui');
  const giveBack = useFocusBack(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onCloseAutoFocus={giveBack}
          className={cn(
            'fixed z-50 flex max-h-[calc(100dvh-2rem)] flex-col bg-surface shadow-float focus:outline-none',
            'max-sm:sheet-in-bottom inset-x-0 bottom-0 rounded-t-xl sm:float-in sm:inset-auto sm:top-[12vh] sm:left-1/2 sm:max-h-[76vh] sm:-translate-x-1/2 sm:rounded-xl',
            wide ? 'sm:w-[min(56rem,calc(100vw-3rem))]' : 'sm:w-[min(30rem,calc(100vw-3rem))]',
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <Radix.Title className="pt-1 text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('close')} size="sm">
                <X aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 grow overflow-auto px-5 pb-5">
            {description && (
              <Radix.Description asChild>
                <div className="mb-3 text-sm text-ink-2">{description}</div>
              </Radix.Description>
            )}
            {children}
          </div>
          {actions && (
            <div className="flex flex-row-reverse justify-start gap-2 border-t border-line px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {actions}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
