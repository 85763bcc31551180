import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Difference, DiffList } from '@/components/ui/diff-list';
import { Timeline } from '@/components/ui/timeline';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { isRole } from '@/lib/domain/accounts/roles';
import type { AuditLineView } from '@/lib/domain/audit/views';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import { RevealLine } from './reveal-line';

/** What a person does not read: keys, places, counters. */
const HIDDEN = /(^|_)id$|^(version|created_at|updated_at|updated_by|created_by|pinyin|eligibility_reasons|session)$/;

type T = ReturnType<typeof useTranslations<'audit'>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

function written(t: T, value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return INSTANT.test(text) ? formatDateTime(new Date(text), locale) : text;
}

/** A sign-in is written down before there is an actor, with the role's code instead of its name. */
function person(actor: string, locale: Locale): string {
  return actor.replace(/（([a-z_]+)，/, (found, role: string) =>
    isRole(role) ? `（${labelIn(ROLE_LABELS[role], locale)}，` : found,
  );
}

/** Old → new with the office's words; what was made has no old, what is only on record has no new. */
function differencesOf(t: T, line: AuditLineView, locale: Locale): Difference[] {
  const keys = [...new Set([...Object.keys(line.before ?? {}), ...Object.keys(line.after ?? {})])];
  return keys
    .filter((key) => !HIDDEN.test(key))
    .map((key) => ({
      field: t.has(`fields.${key}` as 'fields.name') ? t(`fields.${key}` as 'fields.name') : key,
      before: written(t, line.before?.[key], locale),
      after: written(t, line.after?.[key], locale),
    }))
    .filter(({ before, after }) => before !== null || after !== null);
}

function actionName(t: T, action: string): string {
  return t.has(`actions.${action}` as 'actions.account.sign_in')
    ? t(`actions.${action}` as 'actions.account.sign_in')
    : action;
}

function entityName(t: T, entity: string): string {
  return t.has(`entities.${entity}` as 'entities.account') ? t(`entities.${entity}` as 'entities.account') : entity;
}

type Props = { lines: readonly AuditLineView[]; mayReveal?: boolean; full?: boolean };

/** Who, when, what; before → after. `full`: with the subject, the county and the seal, for the list of everything. */
export function AuditTimeline({ lines, mayReveal, full }: Props) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <Timeline
      empty={t('empty')}
      events={lines.map((line) => {
        const differences = differencesOf(t, line, locale);
        return {
          key: line.id,
          dateTime: line.at,
          when: formatDateTime(new Date(line.at), locale),
          who: person(line.actor, locale),
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
              {differences.length > 8 ? (
                <details>
                  <summary className="cursor-pointer text-ink-3">{t('changes', { count: differences.length })}</summary>
                  <DiffList differences={differences} />
                </details>
              ) : (
                differences.length > 0 && <DiffList differences={differences} />
              )}
              {line.personal && (mayReveal ? <RevealLine id={line.id} /> : <Badge>{t('personal')}</Badge>)}
            </div>
          ),
        };
      })}
    />
  );
}
