import type { ComponentProps, ReactNode } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode };

export function Switch({ label, ...rest }: Props) {
  return (
    <label className="inline-flex cursor-pointer items-center gap-2.5 text-sm pointer-coarse:min-h-11">
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native check box tells its own state */}
      <input type="checkbox" role="switch" className="switch-track" {...rest} />
      <span>{label}</span>
    </label>
  );
}
