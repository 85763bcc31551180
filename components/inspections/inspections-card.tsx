import { ClipboardCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { TakeAlong } from '@/components/field/take-along';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import type { InspectionList } from '@/lib/domain/inspections/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { levelName } from './words';

type Props = { projectId: string; list: InspectionList; mayInspect: boolean };

/** The inspections of a project, those with something open first. */
export function InspectionsCard({ projectId, list, mayInspect }: Props) {
  const t = useTranslations('inspections');
  const locale = useLocale();
  return (
    <Card
      id="inspections"
      title={t('card.title')}
      description={t('card.count', { count: list.total })}
      action={
        mayInspect && (
          <span className="flex flex-wrap justify-end gap-2">
            <TakeAlong of={{ project: projectId }} size="sm" />
            <LinkButton
              href={`/projects/${projectId}/inspections/new`}
              size="sm"
              prefetch={false}
              icon={<ClipboardCheck aria-hidden="true" />}
            >
              {t('card.inspect')}
            </LinkButton>
          </span>
        )
      }
    >
      {list.total === 0 ? (
        <EmptyState title={t('card.none')} />
      ) : (
        <ul className="divide-y divide-line text-sm">
          {list.items.map(({ id, inspectedOn, level, compound, building, passed, failed, findingsOpen, stopWork }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 first:pt-0 last:pb-0">
              <TextLink href={`/inspections/${id}`}>{formatDate(calendarDateOf(inspectedOn), locale)}</TextLink>
              <span>{levelName(level, locale)}</span>
              <span className="text-ink-3">
                {compound ? [compound.name, building?.name].filter(Boolean).join(' ') : t('wholeProject')}
              </span>
              <span className="text-ink-3">{t('card.line', { passed, failed })}</span>
              {findingsOpen > 0 && <Badge tone="amber">{t('card.open', { count: findingsOpen })}</Badge>}
              {stopWork && <Badge tone="red">{t('stopped', { no: stopWork })}</Badge>}
            </li>
          ))}
        </ul>
      )}
      {list.total > list.items.length && (
        <p className="mt-3 text-sm">
          <TextLink href={`/inspections?project=${projectId}`}>{t('card.all')}</TextLink>
        </p>
      )}
    </Card>
  );
}
