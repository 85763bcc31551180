import type { ReactNode } from 'react';
import { cn } from './cn';
import { type Tone, toneSoft } from './tone';

type Props = { children: ReactNode; tone?: Tone; icon?: ReactNode; className?: string };

export const badgeStyle = (tone: Tone, className?: string): string =>
  cn(
    'inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs leading-5 font-medium whitespace-nowrap [&_svg]:size-3',
    toneSoft[tone],
    className,
  );

export function Badge({ children, tone = 'neutral', icon, className }: Props) {
  return (
    <span className={badgeStyle(tone, className)}>
      {icon}
      {children}
    </span>
  );
}
