import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn';

type ControlProps = {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
};

type Props = {
  label: string;
  /** One control; it receives id, aria-describedby, aria-invalid and aria-required from here. */
  children: ReactElement<ControlProps>;
  hint?: ReactNode;
  /** What was found, what was expected, how to put it right. One line each. */
  error?: string | readonly string[];
  required?: boolean;
  optional?: boolean;
  /** The id links land on: `/compounds/1/edit#yearBuilt` focuses the very field. */
  id?: string;
  /** Several inputs under one name (radio group, check boxes): a named group. */
  group?: boolean;
  /** Beside the label at the right, such as a WhyPopover. */
  aside?: ReactNode;
  className?: string;
};

export function Field({ label, children, hint, error, required, optional, id, group, aside, className }: Props) {
  const t = useTranslations('ui');
  const ownId = useId();
  const controlId = id ?? children.props.id ?? ownId;
  const errors = error === undefined ? [] : [error].flat().filter(Boolean);
  const describedBy = [hint && `${controlId}-hint`, errors.length > 0 && `${controlId}-error`]
    .filter(Boolean)
    .join(' ');
  const described = describedBy || undefined;
  const wiring: ControlProps = group
    ? { id: controlId }
    : {
        id: controlId,
        'aria-describedby': described,
        'aria-invalid': errors.length > 0 || undefined,
        'aria-required': required || undefined,
      };
  const groupWiring = group
    ? { role: 'group', 'aria-labelledby': `${controlId}-label`, 'aria-describedby': described }
    : undefined;
  const name = (
    <>
      {label}
      {required && (
        <>
          <span aria-hidden="true" className="ml-0.5 text-red">
            *
          </span>
          <span className="sr-only">{` ${t('required')}`}</span>
        </>
      )}
      {optional && <span className="ml-1 font-normal text-ink-3">{t('optional')}</span>}
    </>
  );
  return (
    <div className={cn('min-w-0', className)} {...groupWiring}>
      <div className="mb-1 flex items-baseline justify-between gap-2 text-sm font-medium text-ink-2">
        {group ? <span id={`${controlId}-label`}>{name}</span> : <label htmlFor={controlId}>{name}</label>}
        {aside}
      </div>
      {cloneElement(children, wiring)}
      {hint && (
        <p id={`${controlId}-hint`} className="mt-1 text-sm text-ink-3">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <ul id={`${controlId}-error`} className="mt-1 space-y-0.5 text-sm text-red-ink">
          {errors.map((line) => (
            <li key={line} className="flex gap-1.5">
              <CircleAlert aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
