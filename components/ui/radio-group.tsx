import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  name: string;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  /** In a row (short answers), or one below the other. */
  layout?: 'row' | 'column';
};

/** Stands in a Field with `group`, which gives the set its name. */
export function RadioGroup({ options, value, defaultValue, layout = 'row', className, id, ...rest }: Props) {
  return (
    <div
      className={cn(
        'flex gap-x-5 gap-y-1.5 py-1.5 lg:max-xl:gap-x-3',
        layout === 'row' ? 'flex-wrap' : 'flex-col',
        className,
      )}
    >
      {options.map((option, index) => (
        <label
          key={option.value}
          className="inline-flex cursor-pointer items-start gap-2 text-sm lg:max-xl:gap-1.5 pointer-coarse:py-1.5"
        >
          <input
            type="radio"
            className="tick mt-0.5"
            id={index === 0 ? id : undefined}
            value={option.value}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
            disabled={option.disabled}
            {...rest}
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
