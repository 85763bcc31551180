'use client';

import { useRouter } from 'next/navigation';

/** A click on a bar opens the rows behind it; the table behind the chart has the same as links, for the keyboard. */
export function useOpen(data: readonly { href?: string }[]) {
  const router = useRouter();
  const linked = data.some(({ href }) => href);
  return {
    cursor: linked ? 'pointer' : undefined,
    onClick: (_: unknown, index: number) => {
      const href = data[index]?.href;
      if (href) router.push(href);
    },
  };
}
