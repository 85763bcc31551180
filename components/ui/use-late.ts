'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { toast } from './toast-store';
import { rememberOpener } from './use-focus-back';

/** A component that is not sent with the page. */
export type Late<P> = {
  known: () => ComponentType<P> | null;
  fetched: () => Promise<ComponentType<P>>;
  /** For the moment before it is opened: the pointer or the focus is on its button. */
  bring: () => void;
};

export function late<P>(load: () => Promise<ComponentType<P>>): Late<P> {
  let here: ComponentType<P> | null = null;
  const fetched = async () => {
    here ??= await load();
    return here;
  };
  return { known: () => here, fetched, bring: () => void fetched().catch(() => {}) };
}

/**
 * For what stands in the frame of every page and is opened on few: null until it is wanted and here. Where the line is
 * down it says so and `onAway` gives it up; `lazy` would take the page away, with what was filled in.
 */
export function useLate<P>(piece: Late<P>, wanted: boolean, onAway: () => void): ComponentType<P> | null {
  const t = useTranslations('ui');
  const [here, setHere] = useState(piece.known);
  const [wasWanted, setWasWanted] = useState(false);
  // while it is being drawn, before the menu that asked is gone
  if (wanted !== wasWanted) {
    setWasWanted(wanted);
    if (wanted && !here) rememberOpener();
  }
  const away = useEffectEvent(() => {
    toast(t('away'), 'red');
    onAway();
  });
  useEffect(() => {
    if (!wanted || here) return;
    piece.fetched().then((one) => setHere(() => one), away);
  }, [piece, wanted, here]);
  return wanted ? here : null;
}
