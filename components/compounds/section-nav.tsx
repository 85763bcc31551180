import { useTranslations } from 'next-intl';

const SECTIONS = [
  ['eligibility', 'verdict'],
  ['gaps', 'gaps'],
  ['facts', 'identity'],
  ['votes', 'votes'],
  ['buildings', 'buildings'],
  ['register', 'register'],
  ['photos', 'photos'],
  ['documents', 'documents'],
  ['totals', 'totals'],
  ['history', 'history'],
] as const;

/** Where the page is one long column, its parts are a tap away. */
export function SectionNav({ without }: { without: readonly string[] }) {
  const t = useTranslations('compounds');
  return (
    <nav
      aria-label={t('onThisPage')}
      className="no-print -mx-4 mt-3 overflow-x-auto px-4 py-1 sm:-mx-6 sm:px-6 xl:hidden"
    >
      <ul className="flex gap-1.5">
        {SECTIONS.filter(([id]) => !without.includes(id)).map(([id, label]) => (
          <li key={id} className="shrink-0">
            <a
              href={`#${id}`}
              className="inline-flex min-h-9 items-center rounded-md border border-line bg-surface px-3 text-sm text-ink-2 hover:bg-hover pointer-coarse:min-h-11"
            >
              {t(`sections.${label}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
