'use client';

import { useRouter } from 'next/navigation';
import { type Choice, CompoundChoice } from './compound-choice';

type Props = { label: string; hint: string; first: readonly Choice[]; value?: string; path: string };

/** Choosing is going there: the address says whose page it is. */
export function GoToCompound({ label, hint, first, value = '', path }: Props) {
  const router = useRouter();
  return (
    <CompoundChoice
      label={label}
      hint={hint}
      first={first}
      value={value}
      onChange={(id) => id && router.push(`${path}?compound=${id}`)}
    />
  );
}
