import * as x from 'lucide-react/icons/x';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { drawing, Glyph } from './glyph';
import { hrefWith, type Params } from './url';

const CROSS = drawing(x);

export type FilterChip = { key: string; label: string; removeHref: string };

/** A condition of a list in words: which parameter of the address, what it is called, and what it asks for. */
export type Condition = { key: string; name: string; value: string };

/** What was searched and each condition, with the address of the same list without it. `t`: the texts under `ui.filters`. */
export function chipsOf(
  path: string,
  params: Params,
  { q, conditions }: { q?: string; conditions: readonly Condition[] },
  t: ReturnType<typeof useTranslations<'ui.filters'>>,
): FilterChip[] {
  const without = (key: string) => hrefWith(path, params, { [key]: undefined, cursor: undefined, page: undefined });
  const searched = q ? [{ key: 'q', label: t('search', { q }), removeHref: without('q') }] : [];
  const others = conditions.map(({ key, ...one }) => ({ key, label: t('is', one), removeHref: without(key) }));
  return [...searched, ...others];
}

/** What the list is narrowed to, each with a link that takes it away. */
export function FilterChips({ chips, clearHref }: { chips: readonly FilterChip[]; clearHref: string }) {
  const t = useTranslations('ui.filters');
  if (chips.length === 0) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-1.5 text-sm">
      <span className="text-ink-3">{t('active')}</span>
      <ul className="contents">
        {chips.map((chip) => (
          <li
            key={chip.key}
            className="inline-flex items-center rounded-md border border-accent-line bg-accent-soft text-accent-ink"
          >
            <span className="py-0.5 pl-2.5">{chip.label}</span>
            <Link
              href={chip.removeHref}
              scroll={false}
              prefetch={false}
              aria-label={t('remove', { label: chip.label })}
              className="no-print inline-flex size-7 items-center justify-center rounded-md hover:text-ink pointer-coarse:size-9"
            >
              <Glyph of={CROSS} className="size-3.5" />
            </Link>
          </li>
        ))}
      </ul>
      <Link
        href={clearHref}
        scroll={false}
        prefetch={false}
        className="no-print rounded-sm px-1.5 text-ink-3 underline underline-offset-4 hover:text-ink"
      >
        {t('clear')}
      </Link>
    </div>
  );
}
