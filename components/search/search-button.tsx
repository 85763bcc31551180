'use client';

import * as search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { drawing, Glyph } from '@/components/ui/glyph';
import { Kbd } from '@/components/ui/kbd';
import { late, useLate } from '@/components/ui/use-late';

const SEARCH = drawing(search);
const PALETTE = late(async () => (await import('./search-palette')).default);

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** In the bar of every page; ⌘K or Ctrl+K from anywhere. */
export function SearchButton() {
  const t = useTranslations('frame.search');
  const [open, setOpen] = useState(false);
  const SearchPalette = useLate(PALETTE, open, () => setOpen(false));
  const keys = useSyncExternalStore(never, isApple, () => false) ? '⌘K' : 'Ctrl K';
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={t('keys', { keys })}
        onClick={() => setOpen(true)}
        onPointerEnter={PALETTE.bring}
        onFocus={PALETTE.bring}
        className="inline-flex min-h-9 shrink-0 items-center gap-2 rounded-md px-2 text-sm text-ink-2 hover:bg-sunken hover:text-ink lg:border lg:border-line-strong pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
      >
        <Glyph of={SEARCH} className="size-4" />
        <span className="max-lg:sr-only">{t('open')}</span>
        <span aria-hidden="true" className="max-lg:hidden">
          <Kbd>{keys}</Kbd>
        </span>
      </button>
      {SearchPalette && <SearchPalette onClose={() => setOpen(false)} />}
    </>
  );
}
