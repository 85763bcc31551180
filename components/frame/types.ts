import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  /** A lucide icon, already an element: `<Building2 aria-hidden="true" />`. */
  icon: ReactNode;
  /** Waiting tasks; 0 is not shown. */
  count?: number;
  /** Active on this very address only, not below it (home). */
  exact?: boolean;
  /** A page of its own, loaded anew: what it consists of is kept apart (现场登记). */
  apart?: boolean;
};

export type NavGroup = { key: string; label?: string; items: readonly NavItem[] };

export type UnitLevel = 'prefecture' | 'county' | 'subdistrict' | 'community' | 'project';

export type FrameAccount = {
  name: string;
  /** Role in the office's words. */
  role: string;
  /** Own pages: profile, password, sessions. */
  links?: readonly { href: string; label: string }[];
};
