import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { isRole } from '@/lib/domain/accounts/roles';
import type { AuditLineView } from '@/lib/domain/audit/views';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import { actionName, entityName } from './differences';
import { LineChanges } from './line-changes';
import { RevealLine } from './reveal-line';

/** A sign-in is written down before there is an actor, with the role's code instead of its name. */
export function person(actor: string, locale: Locale): string {
  return actor.replace(/（([a-z_]+)，/, (found, role: string) =>
    isRole(role) ? `（${labelIn(ROLE_LABELS[role], locale)}，` : found,
  );
}

type Props = { lines: readonly AuditLineView[]; mayReveal?: boolean; full?: boolean };

/** Who, when, what; before → after. `full`: with the subject, the county and the seal, for the list of everything. */
export function AuditTimeline({ lines, mayReveal, full }: Props) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <Timeline
      empty={t('empty')}
      events={lines.map((line) => ({
        key: line.id,
        dateTime: line.at,
        when: formatDateTime(new Date(line.at), locale),
        who: person(line.actor, locale),
        title: actionName(t, line.action),
        children: (
          <div className="space-y-1.5">
            {full && <About line={line} />}
            {line.reason && <p className="text-ink-2">{line.reason}</p>}
            <LineChanges line={line} />
            {line.personal && (mayReveal ? <RevealLine id={line.id} /> : <Badge>{t('personal')}</Badge>)}
          </div>
        ),
      }))}
    />
  );
}

/** Which record, where, and where the line stands in the chain. */
function About({ line }: { line: AuditLineView }) {
  const t = useTranslations('audit');
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3">
      <Badge>{entityName(t, line.entity)}</Badge>
      {line.subject && <span className="font-medium text-ink-2">{line.subject}</span>}
      {line.county && <span>{line.county.name}</span>}
      <span className="text-xs">{t('line', { id: line.id })}</span>
      <span className="text-xs">{t(line.sealed ? 'sealed' : 'waiting')}</span>
      {line.entityId && (
        <TextLink href={`/audit?entity=${line.entity}&id=${encodeURIComponent(line.entityId)}`}>
          {t('onlyThis')}
        </TextLink>
      )}
    </p>
  );
}
