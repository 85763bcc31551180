import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PhotoLink } from '@/components/ui/photo-link';
import type { InspectionDetail } from '@/lib/domain/inspections/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import { formatDateTime } from '@/lib/format/date';
import { kindNames, levelName, statedPosition } from './words';

type Props = { inspection: InspectionDetail; kinds: readonly Worded[] };

/** Who looked, where and when; what the device said beside what the server knows. */
export function RecordCard({ inspection, kinds }: Props) {
  const t = useTranslations('inspections');
  const locale = useLocale();
  const { compound, building, level, inspector, participants, summary, deviceAt, position, receivedAt } = inspection;
  const moment = (text: string) => formatDateTime(new Date(text), locale);
  return (
    <Card title={t('record.of')}>
      <DefinitionList
        items={[
          {
            term: t('columns.place'),
            value: compound ? `${compound.name} ${building?.name ?? t('wholeCompound')}` : t('wholeProject'),
          },
          { term: t('columns.level'), value: levelName(level, locale) },
          { term: t('columns.kinds'), value: kindNames(inspection.kinds, kinds, locale) },
          { term: t('record.inspector'), value: inspector },
          { term: t('record.participants'), value: participants },
          { term: t('record.received'), value: moment(receivedAt) },
          { term: t('record.statedTime'), value: deviceAt ? moment(deviceAt) : t('record.none') },
          {
            term: t('record.statedPlace'),
            value: position ? t('record.position', statedPosition(position)) : t('record.none'),
          },
          ...(summary ? [{ term: t('record.summary'), value: summary, wide: true }] : []),
        ]}
      />
      <p className="mt-3 text-sm text-ink-3">{t('record.asStated')}</p>
      {inspection.photoFileIds.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-2">
          {inspection.photoFileIds.map((id, at) => {
            const name = t('record.photo', { no: String(at + 1) });
            return <PhotoLink key={id} id={id} caption={name} alt={name} />;
          })}
        </div>
      )}
    </Card>
  );
}
