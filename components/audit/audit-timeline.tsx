import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Difference, DiffList } from '@/components/ui/diff-list';
import { Timeline } from '@/components/ui/timeline';
import type { AuditLineView } from '@/lib/domain/audit/views';
import { RevealLine } from './reveal-line';

/** What a person does not read: keys, places, counters. */
const HIDDEN = /(^|_)id$|^(version|created_at|updated_at|updated_by|created_by|pinyin|eligibility_reasons|session)$/;

type T = ReturnType<typeof useTranslations<'audit'>>;

function written(t: T, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** Old → new with the office's words; what was made has no old, what is only on record has no new. */
export function differencesOf(t: T, line: AuditLineView): Difference[] {
  const keys = [...new Set([...Object.keys(line.before ?? {}), ...Object.keys(line.after ?? {})])];
  return keys
    .filter((key) => !HIDDEN.test(key))
    .map((key) => ({
      field: t.has(`fields.${key}` as 'fields.name') ? t(`fields.${key}` as 'fields.name') : key,
      before: written(t, line.before?.[key]),
      after: written(t, line.after?.[key]),
    }))
    .filter(({ before, after }) => before !== null || after !== null);
}

export function actionName(t: T, action: string): string {
  return t.has(`actions.${action}` as 'actions.account.sign_in')
    ? t(`actions.${action}` as 'actions.account.sign_in')
    : action;
}

export function entityName(t: T, entity: string): string {
  return t.has(`entities.${entity}` as 'entities.account') ? t(`entities.${entity}` as 'entities.account') : entity;
}

type Props = { lines: readonly AuditLineView[]; mayReveal?: boolean; full?: boolean };

/** Who, when, what; before → after. `full`: with the subject, the county and the seal, for the list of everything. */
export function AuditTimeline({ lines, mayReveal, full }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  return (
    <Timeline
      empty={t('empty')}
      events={lines.map((line) => {
        const differences = differencesOf(t, line);
        return {
          key: line.id,
          dateTime: line.at,
          when: format.dateTime(new Date(line.at), 'moment'),
          who: line.actor,
          title: actionName(t, line.action),
          children: (
            <div className="space-y-1.5">
              {full && (
                <p className="flex flex-wrap items-center gap-2 text-ink-3">
                  <Badge>{entityName(t, line.entity)}</Badge>
                  {line.county && <span>{line.county.name}</span>}
                  <span>{t('line', { id: line.id })}</span>
                  <span>{t(line.sealed ? 'sealed' : 'waiting')}</span>
                  {line.entityId && (
                    <a
                      className="underline underline-offset-4 hover:text-ink"
                      href={`/audit?entity=${line.entity}&id=${encodeURIComponent(line.entityId)}`}
                    >
                      {t('onlyThis')}
                    </a>
                  )}
                </p>
              )}
              {line.reason && <p className="text-ink-2">{line.reason}</p>}
              {differences.length > 0 && (
                <details open={differences.length <= 8}>
                  <summary className="cursor-pointer text-ink-3">
                    {differences
                      .slice(0, 4)
                      .map(({ field }) => field)
                      .join('、')}
                  </summary>
                  <DiffList differences={differences} />
                </details>
              )}
              {line.personal && (mayReveal ? <RevealLine id={line.id} /> : <Badge>{t('personal')}</Badge>)}
            </div>
          ),
        };
      })}
    />
  );
}
