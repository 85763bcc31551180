import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn';

// Room for the finger above and below: it moves no line.
export const textLinkStyle =
  'rounded-sm py-0.5 text-accent-ink underline decoration-accent-line decoration-1 underline-offset-4 hover:decoration-accent pointer-coarse:py-2';

/** A link within text or a cell. No prefetch: a list of fifty links must not ask for fifty pages. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} className={cn(textLinkStyle, className)} {...rest} />;
}
