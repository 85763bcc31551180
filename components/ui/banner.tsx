import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { type Tone, toneSoft } from './tone';

const icons = { neutral: Info, accent: Info, red: OctagonAlert, amber: TriangleAlert, green: CircleCheck };

type Props = {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** All reasons of a refusal, or all problems found. */
  list?: readonly ReactNode[];
  action?: ReactNode;
  /** Appeared after something the person did: is read out at once. */
  live?: boolean;
};

export function Banner({ tone = 'neutral', title, children, list, action, live }: Props) {
  const Icon = icons[tone];
  return (
    <div
      role={live ? 'alert' : undefined}
      className={cn('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-4 py-3 text-sm', toneSoft[tone])}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-0.5">{children}</div>}
        {list && list.length > 0 && (
          <ul className="mt-1 list-disc space-y-0.5 pl-5">
            {list.map((line, index) => (
              // Reasons have no key of their own, and the list is never reordered.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
