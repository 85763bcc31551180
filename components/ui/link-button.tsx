import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';

type Props = ComponentProps<typeof Link> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** A file is fetched by the browser itself, not by the router. */
  download?: boolean;
};

export function LinkButton({ variant, size, icon, download, className, children, href, ...rest }: Props) {
  const style = buttonStyle(variant, size, className);
  if (download) {
    return (
      <a href={String(href)} download className={style}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={style} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
