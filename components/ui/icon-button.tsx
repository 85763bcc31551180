import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, iconButtonStyle } from './button-style';

/** An icon alone says nothing to a reader: the label is required, and is the hover title too. */
type Props = Omit<ComponentProps<'button'>, 'aria-label'> & {
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
};

export function IconButton({ label, variant, size, className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={iconButtonStyle(variant, size, className)}
      {...rest}
    />
  );
}
