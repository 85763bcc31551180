'use client';

import { useLayoutEffect } from 'react';

/** Dialogs that stand open, one over another. */
let open = 0;

function holdPage() {
  const { style } = document.documentElement;
  // where the bar at the edge takes room, its room stays: nothing on the page moves
  if (window.innerWidth > document.documentElement.clientWidth) style.scrollbarGutter = 'stable';
  style.overflow = 'hidden';
}

function releasePage() {
  const { style } = document.documentElement;
  style.scrollbarGutter = '';
  style.overflow = '';
}

/**
 * The shade behind a dialog, which holds the page still. In place of Radix's own, which writes a variable on `body`: a
 * browser then styles every element of the page anew, a tenth of a second for the overview on an office's machine.
 */
export function Overlay() {
  useLayoutEffect(() => {
    if (open++ === 0) holdPage();
    return () => {
      if (--open === 0) releasePage();
    };
  }, []);
  return <div className="fade-in fixed inset-0 z-50 bg-ink/40" />;
}
