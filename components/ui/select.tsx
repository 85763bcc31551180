import type { ComponentProps } from 'react';
import { cn } from './cn';

export type SelectOption = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly SelectOption[];
  /** The first line, with the value ''. */
  placeholder?: string;
};

/** The browser's own list: quickest by keyboard, a wheel on phones, and no script. */
export function Select({ options, placeholder, className, ...rest }: Props) {
  return (
    <select className={cn('control select-arrow', className)} {...rest}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
