import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { MonthSheetAnswer } from '@/lib/domain/progress/sheet-answers';
import { formatYuan } from '@/lib/format/money';

/** More are not read at one sitting; all are saved. */
const SHOWN = 500;

/** What a filled workbook would change, project by project. */
export function MonthChanges({ projects }: { projects: MonthSheetAnswer['projects'] }) {
  const t = useTranslations('progressSheet');
  const locale = useLocale();
  if (projects.length === 0) return null;
  const said = (field: string, text: string | null): string => {
    if (!text) return t('none');
    return field === 'investment' ? formatYuan(parseHundredths(text) ?? 0n, locale) : text;
  };
  const rows = projects.flatMap(({ id, name, fields, items }) => [
    ...fields.map(({ field, before, after }) => ({
      ...{ key: `${id} ${field}`, project: name, what: t(`field.${field}`) },
      ...{ before: said(field, before), after: said(field, after) },
    })),
    ...items.map(({ name: what, before, after, backReason }) => {
      const percent = t('percent', { value: after });
      return {
        ...{ key: `${id} ${what}`, project: name, what, before: t('percent', { value: before }) },
        after: backReason ? t('because', { percent, reason: backReason }) : percent,
      };
    }),
  ]);
  return (
    <div className="space-y-2">
      <Table caption={t('changesCaption')}>
        <thead>
          <tr>
            <HeadCell>{t('project')}</HeadCell>
            <HeadCell>{t('what')}</HeadCell>
            <HeadCell>{t('before')}</HeadCell>
            <HeadCell>{t('after')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ key, project, what, before, after }) => (
            <Row key={key}>
              <Cell primary>{project}</Cell>
              <Cell label={t('what')}>{what}</Cell>
              <Cell label={t('before')}>{before}</Cell>
              <Cell label={t('after')}>{after}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {rows.length > SHOWN && <p className="text-sm text-ink-3">{t('more', { count: rows.length - SHOWN })}</p>}
    </div>
  );
}
