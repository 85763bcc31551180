import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={cn('control field-sizing-content min-h-20 resize-y', className)} {...rest} />;
}
