'use client';

import Link from 'next/link';
import * as Radix from 'radix-ui/dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn';

type MenuProps = { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end'; label?: string };

export function DropdownMenu({ trigger, children, align = 'end', label }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="float-in z-50 max-w-80 min-w-44 rounded-lg border border-line bg-surface p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  href?: string;
  /** With href: a file, fetched by the browser itself. */
  download?: boolean;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
};

export function MenuItem({ children, icon, href, download, onSelect, danger, disabled }: ItemProps) {
  const style = cn(
    'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-ink-3',
    danger ? 'text-red-ink' : 'text-ink',
  );
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  return (
    <Radix.Item asChild={Boolean(href)} onSelect={onSelect} disabled={disabled} className={style}>
      {href ? linkOf(href, content, download) : content}
    </Radix.Item>
  );
}

function linkOf(href: string, content: ReactNode, download?: boolean) {
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

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
