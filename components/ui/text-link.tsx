import type { ReactNode } from 'react';
import { cn } from './cn';

export const textLinkStyle = 'text-link';

type Props = { href: string; children: ReactNode; title?: string; className?: string; target?: '_blank' };

/** A link within text or a cell: a plain anchor that SoftLinks (in the root layout) follows without loading the page anew. */
export function TextLink({ href, className, ...rest }: Props) {
  const isSoft = !rest.target && !href.startsWith('#');
  return <a href={href} data-soft={isSoft ? '' : undefined} className={cn(textLinkStyle, className)} {...rest} />;
}
