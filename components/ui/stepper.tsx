import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from './cn';

export type StepState = 'done' | 'current' | 'todo' | 'error';
export type Step = { key: string; label: string; state: StepState };

const marks: Record<StepState, string> = {
  done: 'border-accent bg-accent text-on-accent',
  current: 'border-accent bg-surface text-accent-ink ring-3 ring-accent-soft',
  todo: 'border-line-strong bg-surface text-ink-3',
  error: 'border-red bg-red text-white',
};

export function Stepper({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('ui.stepper');
  return (
    <ol aria-label={t('label')} className="flex flex-wrap items-center gap-x-2 gap-y-2 text-sm">
      {steps.map(({ key, label, state }, index) => (
        <li key={key} aria-current={state === 'current' ? 'step' : undefined} className="flex items-center gap-2">
          {index > 0 && (
            <span
              aria-hidden="true"
              className={cn('h-px w-3 sm:w-10', state === 'todo' ? 'bg-line-strong' : 'bg-accent')}
            />
          )}
          <span
            className={cn(
              'flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold',
              marks[state],
            )}
          >
            {state === 'done' ? (
              <Check aria-hidden="true" className="size-3.5" />
            ) : state === 'error' ? (
              <X aria-hidden="true" className="size-3.5" />
            ) : (
              index + 1
            )}
          </span>
          <span
            className={cn(
              state === 'current' ? 'font-semibold' : 'text-ink-2',
              state === 'error' && 'font-semibold text-red-ink',
            )}
          >
            {label}
          </span>
          <span className="sr-only">{t(state)}</span>
        </li>
      ))}
    </ol>
  );
}
