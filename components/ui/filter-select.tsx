'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { cn } from './cn';
import { Select, type SelectOption } from './select';

type Props = { name: string; label: string; options: readonly SelectOption[]; className?: string };

/** A filter that acts at once: choosing changes the address. The first option, without value, is the filter's own name. */
export function FilterSelect({ name, label, options, className }: Props) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [pending, start] = useTransition();
  // Shown at once: the arrow keys go on from what was chosen, not from what the list still shows.
  const [value, show] = useOptimistic(params.get(name) ?? '');

  function choose(next: string) {
    const query = new URLSearchParams(params);
    query.delete('cursor');
    query.delete('page');
    if (next) query.set(name, next);
    else query.delete(name);
    start(() => {
      show(next);
      router.push(query.size > 0 ? `${path}?${query}` : path, { scroll: false });
    });
  }

  return (
    <Select
      aria-label={label}
      aria-busy={pending || undefined}
      placeholder={label}
      options={options}
      value={value}
      onChange={(event) => choose(event.target.value)}
      className={cn(
        'w-auto! max-w-52 min-w-24',
        value && 'border-accent! bg-accent-soft text-accent-ink',
        pending && 'opacity-60',
        className,
      )}
    />
  );
}
