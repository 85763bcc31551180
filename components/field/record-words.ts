import { useLocale, useTranslations } from 'next-intl';
import { monthWords } from '@/components/progress/words';
import type { FieldRecord } from '@/lib/domain/field/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS, DOOR_LABELS } from '@/lib/domain/votes/labels';

/** A record for people: what it is, and how far it has come. */
export function useRecordWords() {
  const t = useTranslations('field.records');
  const month = useTranslations('progress');
  const locale = useLocale();

  function what(record: FieldRecord): string {
    switch (record.kind) {
      case 'ballot':
        return t('ballot', { choice: labelIn(CHOICE_LABELS[record.body.ballots[0].choice], locale) });
      case 'visit':
        return t('visit', { outcome: labelIn(DOOR_LABELS[record.body.visits[0]?.outcome ?? 'to_visit'], locale) });
      case 'inspection': {
        const failed = Object.values(record.values.points).filter(({ result }) => result === 'fail').length;
        return t('inspection', { failed });
      }
      case 'report': {
        const name = t('report', { month: month('monthName', monthWords(record.month, locale)) });
        return record.body ? `${name} · ${t(`reportAs.${record.act}`)}` : name;
      }
    }
  }

  const stateOf = ({ state }: FieldRecord): string => t(`state.${state.is === 'waiting' ? state.why : state.is}`);
  return { what, stateOf };
}
