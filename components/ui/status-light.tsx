import { CircleCheck, CircleDashed, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Light = 'red' | 'amber' | 'green' | 'neutral';

const icons = { red: OctagonAlert, amber: TriangleAlert, green: CircleCheck, neutral: CircleDashed };
const colours = { red: 'text-red-ink', amber: 'text-amber-ink', green: 'text-green-ink', neutral: 'text-ink-3' };

/** Colour, shape and word together: no one of them alone carries the meaning. */
export function StatusLight({
  light,
  children,
  className,
}: {
  light: Light;
  children?: ReactNode;
  className?: string;
}) {
  const t = useTranslations('ui.light');
  const Icon = icons[light];
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap',
        colours[light],
        className,
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {children ?? t(light)}
    </span>
  );
}
