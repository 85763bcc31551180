'use client';

import Link from 'next/link';
import * as Radix from 'radix-ui/dropdown-menu';
import { type FocusEvent, Fragment, type ReactElement, type ReactNode } from 'react';
import { cn } from './cn';

export type MenuEntry = {
  label: string;
  icon?: ReactNode;
  href?: string;
  /** With href: a file, fetched by the browser itself. */
  download?: boolean;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** A line above it: another kind of act. */
  apart?: boolean;
};

type Props = {
  trigger: ReactElement;
  items: readonly MenuEntry[];
  align?: 'start' | 'end';
  label?: string;
  /** Opened by a key: the first entry is ready for Enter. */
  byKey: boolean;
};

/** Of a menu that has been asked for; from then on its button is Radix's own. */
export function DropdownPanel({ trigger, items, align, label, byKey }: Props) {
  // Radix learns of keys from the moment it is here; the key that called it came before
  const first = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (byKey && target === currentTarget)
      currentTarget.querySelector<HTMLElement>('[role=menuitem]:not([data-disabled])')?.focus();
  };
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          onFocus={first}
          className="float-in z-50 max-w-80 min-w-44 rounded-lg border border-line bg-surface p-1 shadow-float"
        >
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.apart && <Radix.Separator className="my-1 h-px bg-line" />}
              <Entry {...item} />
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ label, icon, href, download, onSelect, danger, disabled }: MenuEntry) {
  const style = cn(
    'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-ink-3',
    danger ? 'text-red-ink' : 'text-ink',
  );
  const content = (
    <>
      {icon}
      {label}
    </>
  );
  return (
    <Radix.Item asChild={Boolean(href)} onSelect={onSelect} disabled={disabled} className={style}>
      {href ? linkOf(href, content, download) : content}
    </Radix.Item>
  );
}

function linkOf(href: string, content: ReactElement, download?: boolean) {
  return download ? (
    <a href={href} download>
      {content}
    </a>
  ) : (
    <Link href={href} prefetch={false}>
      {content}
    </Link>
  );
}
