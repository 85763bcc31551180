'use client';

import { useState } from 'react';

/** What has the focus; of an entry of a menu, which goes as the dialog comes, the button that opened the menu. */
function openerNow(): HTMLElement | null {
  if (typeof document === 'undefined') return null;
  const active = document.activeElement;
  const menu = active?.closest('[role=menu]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/** Of a dialog that is still being fetched (use-late.ts): by the time it is drawn the menu is gone, and the focus nowhere. */
let asked: HTMLElement | null = null;

export function rememberOpener(): void {
  asked = openerNow();
}

function takeOpener(): HTMLElement | null {
  const opener = openerNow() ?? asked;
  asked = null;
  return opener;
}

/**
 * For `onCloseAutoFocus`: Radix gives the focus back to a trigger of its own alone. A dialog that a menu, a form or a
 * key has opened gives it back from here, to whatever had it as `open` became true.
 */
export function useFocusBack(open: boolean | undefined): (event: Event) => void {
  const [wasOpen, setWasOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  // while it is being drawn, before anything moves the focus: afterwards the menu is gone, or a field has taken it
  if (open !== undefined && open !== wasOpen) {
    setWasOpen(open);
    if (open) setOpener(takeOpener());
  }
  return (event) => {
    if (!opener?.isConnected) return;
    event.preventDefault();
    opener.focus();
  };
}
