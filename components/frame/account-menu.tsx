'use client';

import { ChevronDown, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import type { FrameAccount } from './types';

type Props = {
  account: FrameAccount;
  /** Ends the session; the page that uses the frame knows how. */
  onSignOut: () => void;
};

export function AccountMenu({ account, onSignOut }: Props) {
  const t = useTranslations('frame');
  return (
    <DropdownMenu
      label={t('account')}
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
          <span className="max-w-28 truncate max-md:sr-only">{account.name}</span>
          <ChevronDown aria-hidden="true" className="size-4 text-ink-3" />
        </button>
      }
    >
      <MenuLabel>
        <span className="block text-sm font-medium text-ink">{account.name}</span>
        {account.role}
      </MenuLabel>
      <MenuSeparator />
      {account.links?.map(({ href, label }) => (
        <MenuItem key={href} href={href}>
          {label}
        </MenuItem>
      ))}
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={onSignOut}>
        {t('signOut')}
      </MenuItem>
    </DropdownMenu>
  );
}
