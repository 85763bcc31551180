import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export type Crumb = { label: string; href?: string };

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumb')} className="no-print mb-1.5 text-sm text-ink-3">
      <ol className="flex flex-wrap items-center gap-1">
        {crumbs.map(({ label, href }, index) => (
          <li key={href ?? label} className="flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden="true" className="size-3.5 text-control" />}
            {href ? (
              <Link
                href={href}
                prefetch={false}
                className="inline-flex min-h-6 items-center rounded-sm hover:text-ink pointer-coarse:min-h-9 hover:underline hover:underline-offset-4"
              >
                {label}
              </Link>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
