import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { byPlace, keyOfPlanned } from '@/lib/domain/progress/filled';
import { percentText } from '@/lib/domain/progress/percent';
import { placeKey } from '@/lib/domain/projects/completions';
import { groupThousands } from '@/lib/format/number';
import { ReportPhotos } from './report-photos';

type Props = { report: ReportAnswer; names: Readonly<Record<string, string>> };

/** What a report says, to be read. */
export function ReportRead({ report, names }: Props) {
  const t = useTranslations('progress');
  const locale = useLocale();
  const { content, planned, percentBp } = report;
  const percents = new Map(content.items.map((one) => [placeKey(one), one]));
  return (
    <>
      <Card title={t('form.facts')}>
        <DefinitionList
          columns={4}
          items={[
            { term: t('fields.stage'), value: t('month_.stage', { stage: content.stage }) },
            { term: t('list.percent'), value: `${percentText(percentBp)}%` },
            { term: t('form.investment'), value: groupThousands(content.investment) },
            { term: t('form.people'), value: String(content.people) },
            { term: t('form.problems'), value: content.problems, wide: true },
          ]}
        />
      </Card>
      {content.items.length > 0 && (
        <Card title={t('form.items')}>
          {byPlace(planned).map((compound) => (
            <section key={compound.id} aria-label={compound.name} className="mb-4 last:mb-0">
              <h3 className="mb-1 text-sm font-semibold">{compound.name}</h3>
              <ul className="divide-y divide-line text-sm">
                {compound.places.map((place) => (
                  <li key={place.id} className="flex flex-wrap gap-x-5 gap-y-1 py-2">
                    <span className="min-w-20 font-medium">{place.name ?? t('form.wholeCompound')}</span>
                    {place.items.map((one) => (
                      <span key={one.item} className="sm:whitespace-nowrap">
                        {names[one.item] ?? one.item}
                        <b className="ml-1 font-medium">{`${percents.get(keyOfPlanned(one))?.percent ?? 0}%`}</b>
                      </span>
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Card>
      )}
      {content.photos.length > 0 && (
        <Card title={t('form.photos')}>
          <ReportPhotos ids={content.photos} key={locale} />
        </Card>
      )}
    </>
  );
}
