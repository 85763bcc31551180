import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type Props = ComponentProps<'input'> & {
  /** Shown inside at the right end, such as ㎡ or 年. */
  suffix?: ReactNode;
};

export function Input({ suffix, className, type = 'text', ...rest }: Props) {
  const input = <input type={type} className={cn('control', suffix ? 'pr-12' : undefined, className)} {...rest} />;
  if (!suffix) return input;
  return (
    <span className="relative block">
      {input}
      <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-ink-3">
        {suffix}
      </span>
    </span>
  );
}
