import { useTranslations } from 'next-intl';

export function SkipLink() {
  const t = useTranslations('frame');
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-accent focus:px-4 focus:py-2 focus:text-sm focus:font-medium focus:text-on-accent"
    >
      {t('skip')}
    </a>
  );
}
