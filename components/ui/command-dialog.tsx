import * as Radix from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Overlay } from './overlay';
import { useFocusBack } from './use-focus-back';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A dialog that is one field with what it finds: near the top on a desk, the whole screen on a phone. Its title is heard, not seen. */
export function CommandDialog({ title, onClose, children }: Props) {
  const giveBack = useFocusBack(true);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveBack}
          // Esc takes back what an input method is putting together before it closes anything
          onEscapeKeyDown={(event) => event.isComposing && event.preventDefault()}
          className="fixed inset-0 z-50 flex flex-col bg-surface shadow-float focus:outline-none sm:float-in sm:inset-auto sm:top-[10vh] sm:left-1/2 sm:max-h-[72vh] sm:w-[min(40rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:rounded-xl"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
