'use client';

import { useRef, useState } from 'react';

/** What had the focus; of an entry of a menu, which is gone by then, the button that opened the menu. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role=menu]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/**
 * Radix gives the focus back to a trigger of its own alone. A dialog that a menu, a form or a key has opened gives it
 * back from here: to whatever had it before. `isOpen`: the dialog
 * stands open as soon as it is drawn.
 */
export function useFocusBack(isOpen = false) {
  const [first] = useState(() => (isOpen ? openerOf(document.activeElement) : null));
  const opener = useRef(first);
  return {
    // asked before the focus moves into the dialog
    onOpenAutoFocus: () => {
      opener.current = openerOf(document.activeElement);
    },
    onCloseAutoFocus: (event: Event) => {
      if (!opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}
