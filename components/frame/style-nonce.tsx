'use client';

/**
 * The one style element that open dialogs add (react-remove-scroll, to hold the page still) takes its nonce from this
 * global, as webpack named it. Set while rendering: before any dialog can open.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  // the first stays: a page that is read anew (another language) brings another, which this document does not let in
  if (nonce && typeof window !== 'undefined' && !('__webpack_nonce__' in window))
    Object.assign(window, { __webpack_nonce__: nonce });
  return null;
}
