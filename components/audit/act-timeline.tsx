import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Timeline } from '@/components/ui/timeline';
import type { AuditAct, AuditLineView } from '@/lib/domain/audit/views';
import { formatDateTime } from '@/lib/format/date';
import { person } from './audit-timeline';
import { actionName, differencesOf, entityName } from './differences';
import { LineChanges } from './line-changes';

/** What people did to a record and to what belongs to it: an act for each time somebody saved, with its lines. */
export function ActTimeline({ acts, subject }: { acts: readonly AuditAct[]; subject: string }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <Timeline
      empty={t('empty')}
      events={acts.map((act) => {
        const telling = act.lines.filter((line) => line.personal || differencesOf(t, line, locale).length > 0);
        const count = Object.values(act.entities).reduce((sum, n) => sum + n, 0);
        const many = count > act.lines.length;
        return {
          key: act.top,
          dateTime: act.at,
          when: formatDateTime(new Date(act.at), locale),
          who: person(act.actor, locale),
          title: actionName(t, act.action),
          children: (
            <div className="space-y-1.5">
              {act.reason && <p className="text-ink-2">{act.reason}</p>}
              {many && <p className="text-ink-2">{counted(t, act.entities)}</p>}
              {!many && telling.map((line) => <ActLine key={line.id} line={line} own={line.subject === subject} />)}
            </div>
          ),
        };
      })}
    />
  );
}

function counted(t: ReturnType<typeof useTranslations<'audit'>>, entities: Record<string, number>): string {
  return Object.entries(entities)
    .filter(([entity]) => entity !== 'owner_personal' && entity !== 'household_owner')
    .map(([entity, count]) => t('kinds', { entity: entityName(t, entity), count }))
    .join(' · ');
}

/** The record's own lines need no name; its buildings, households and owners do. */
function ActLine({ line, own }: { line: AuditLineView; own: boolean }) {
  const t = useTranslations('audit');
  return (
    <div className="space-y-1">
      {!own && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge>{entityName(t, line.entity)}</Badge>
          {line.subject && <span className="text-ink-2">{line.subject}</span>}
          {line.personal && <span className="text-xs text-ink-3">{t('personal')}</span>}
        </p>
      )}
      <LineChanges line={line} />
    </div>
  );
}
