import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode; hideLabel?: boolean };

export function Checkbox({ label, hint, hideLabel, className, ...rest }: Props) {
  return (
    <label
      className={cn('inline-flex min-h-6 cursor-pointer items-start gap-2 text-sm pointer-coarse:py-1.5', className)}
    >
      <input type="checkbox" className="tick mt-0.5" {...rest} />
      <span className={hideLabel ? 'sr-only' : undefined}>
        {label}
        {hint && <span className="block text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
