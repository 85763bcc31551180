import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Stat, StatGrid } from '@/components/ui/stat';
import { labelIn } from '@/lib/domain/kernel/label';
import type { SiteRules } from '@/lib/domain/rulebook/schema-site';
import type { SurveyView } from '@/lib/domain/satisfaction/answers';
import { formatCount } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';

type Props = { survey: SurveyView; answers: SiteRules['satisfaction']['answers'] };

/** The sums of a survey that is closed; of the open one there is nothing to show. */
export function ResultCard({ survey, answers }: Props) {
  const t = useTranslations('satisfaction');
  const locale = useLocale();
  const { result, satisfied, households, answered, words } = survey;
  if (!result || satisfied === null) return null;
  return (
    <Card title={t('resultTitle')}>
      <StatGrid>
        <Stat
          label={t('resultShare')}
          value={formatPercent(satisfied, households)}
          note={t('resultOf', { satisfied: formatCount(satisfied), households: formatCount(households) })}
        />
        {answers.map(({ code, name, nameEn }) => (
          <Stat key={code} label={labelIn({ zh: name, en: nameEn }, locale)} value={formatCount(result[code] ?? 0)} />
        ))}
      </StatGrid>
      {answered < households && (
        <p className="mt-3 text-sm text-ink-3">{t('noAnswer', { count: formatCount(households - answered) })}</p>
      )}
      {words && words.length > 0 && (
        <div className="mt-4">
          <h3 className="font-medium">{t('wordsTitle')}</h3>
          <ul className="mt-2 list-disc space-y-1 pl-6 text-sm">
            {[...new Set(words)].map((line) => (
              <li key={line} className="wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
