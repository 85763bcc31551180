'use client';

/**
 * The one style element that open dialogs add (react-remove-scroll, to hold the page still) takes its nonce from this
 * global, as webpack named it. Set while rendering: before any dialog can open.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  if (nonce && typeof window !== 'undefined') Object.assign(window, { __webpack_nonce__: nonce });
  return null;
}
