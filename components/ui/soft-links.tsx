'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The link to follow without loading the page anew, or null: new tabs, downloads and jumps within the page stay the browser's. */
function softTarget(event: MouseEvent): { href: string; scroll: boolean } | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-soft]') : null;
  const href = link?.getAttribute('href');
  return link && href ? { href, scroll: link.dataset.soft !== 'stay' } : null;
}

/** One listener for all text links: a list of fifty rows carries fifty plain anchors instead of fifty components. Before it stands, they are ordinary links. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const target = softTarget(event);
      if (target === null) return;
      event.preventDefault();
      router.push(target.href, { scroll: target.scroll });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
