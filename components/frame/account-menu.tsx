'use client';

import * as chevronDown from 'lucide-react/icons/chevron-down';
import * as logOut from 'lucide-react/icons/log-out';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { drawing, Glyph } from '@/components/ui/glyph';
import { Popover } from '@/components/ui/popover';
import type { FrameAccount } from './types';

const DOWN = drawing(chevronDown);
const LEAVE = drawing(logOut);

type Props = {
  account: FrameAccount;
  /** Ends the session; the page that uses the frame knows how. */
  onSignOut: () => void;
};

const ITEM =
  'flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 py-1 text-left text-sm text-ink hover:bg-sunken pointer-coarse:min-h-11';

/** Links and one button. */
export function AccountMenu({ account, onSignOut }: Props) {
  const t = useTranslations('frame');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('account')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="p-1"
      trigger={
        <button
          type="button"
          className="inline-flex min-h-9 items-center gap-2 rounded-md px-1.5 text-sm hover:bg-sunken pointer-coarse:min-h-11"
        >
          <span
            aria-hidden="true"
            className="flex size-7 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-ink"
          >
            {[...account.name][0]}
          </span>
          <span className="sr-only">{t('account')}</span>
          <span className="max-w-40 truncate max-md:sr-only">{account.name}</span>
          <Glyph of={DOWN} className="size-4 text-ink-3" />
        </button>
      }
    >
      <p className="border-b border-line px-2.5 py-1.5 text-xs text-ink-3">
        <span className="block text-sm font-medium text-ink">{account.name}</span>
        {account.role}
      </p>
      <ul className="mt-1">
        {account.links?.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className={ITEM} onClick={() => setOpen(false)}>
              {label}
            </Link>
          </li>
        ))}
        <li>
          <button type="button" className={ITEM} onClick={onSignOut}>
            <Glyph of={LEAVE} className="size-4 text-ink-3" />
            {t('signOut')}
          </button>
        </li>
      </ul>
    </Popover>
  );
}
