import { cn } from './cn';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const base =
  'inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap max-[24rem]:whitespace-normal select-none transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0';

const variants: Record<ButtonVariant, string> = {
  // The transparent edge is drawn where colours are forced.
  primary: 'border border-transparent bg-accent text-on-accent shadow-press hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink shadow-press hover:border-control hover:bg-hover',
  quiet: 'border border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border border-red-line bg-surface text-red-ink shadow-press hover:border-red hover:bg-red-soft',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-8 px-2.5 text-sm',
  md: 'min-h-9 px-3.5 text-sm',
  lg: 'min-h-11 px-5 text-base',
};

export function buttonStyle(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md', className?: string): string {
  return cn(base, variants[variant], sizes[size], className);
}

const iconSizes: Record<ButtonSize, string> = { sm: 'size-8', md: 'size-9', lg: 'size-11' };

export function iconButtonStyle(variant: ButtonVariant = 'quiet', size: ButtonSize = 'md', className?: string): string {
  return cn(base, 'pointer-coarse:min-w-11 shrink-0', variants[variant], iconSizes[size], className);
}
