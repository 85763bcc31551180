'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the page listens: a form with a password must not be sent by the browser itself before that. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
