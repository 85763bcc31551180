import { useTranslations } from 'next-intl';
import { OpenFolds } from '@/components/ui/open-folds';
import { TextLink } from '@/components/ui/text-link';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { ClausesSection } from './clauses-section';
import { CalendarSection, EligibilitySection } from './eligibility-section';
import { MenuSection } from './menu-section';
import { FundingSection, SharingSection } from './money-section';
import { StagesSection, VotesSection } from './procedure-section';
import { ScorecardSection } from './scorecard-section';
import { ScoringSection } from './scoring-section';
import { SettingsSection } from './settings-section';
import { ChecklistsSection, NewsSection, SiteSection } from './site-sections';

const SECTIONS = [
  'eligibility',
  'calendar',
  'menu',
  'votes',
  'stages',
  'funding',
  'sharing',
  'scorecard',
  'scoring',
  'settings',
  'site',
  'checklists',
  'news',
  'clauses',
] as const;
/** Of versions that have rules for the site. */
const OF_SITE: readonly string[] = ['site', 'checklists', 'news'];

/** A version of the rule book to read: each rule beside the clause that it comes from. */
export function RulebookView({ book, marked }: { book: Rulebook; marked?: string }) {
  const t = useTranslations('rulebook');
  return (
    <OpenFolds className="space-y-4">
      <nav aria-label={t('contents')} className="no-print flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {SECTIONS.filter(
          (section) => (book.site || !OF_SITE.includes(section)) && (book.scoring || section !== 'scoring'),
        ).map((section) => (
          <TextLink key={section} href={`#${section}`}>
            {t(`sections.${section}`, { count: String(book.menu.length) })}
          </TextLink>
        ))}
      </nav>
      {marked && <ClausesSection book={book} marked={marked} extract />}
      <EligibilitySection book={book} />
      <CalendarSection book={book} />
      <MenuSection book={book} />
      <VotesSection book={book} />
      <StagesSection book={book} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <FundingSection book={book} />
        <SharingSection book={book} />
      </div>
      <ScorecardSection book={book} />
      {book.scoring && <ScoringSection book={book} scoring={book.scoring} />}
      <SettingsSection book={book} />
      {book.site && (
        <>
          <SiteSection book={book} site={book.site} />
          <ChecklistsSection book={book} site={book.site} />
          <NewsSection book={book} site={book.site} />
        </>
      )}
      <ClausesSection book={book} marked={marked} />
    </OpenFolds>
  );
}
