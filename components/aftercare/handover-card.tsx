import { useLocale, useTranslations } from 'next-intl';
import { WithReason } from '@/components/archive/with-reason';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PhoneFirstRows } from '@/components/ui/phone-first';
import { isLong } from '@/components/ui/phone-rows';
import { PrintButton } from '@/components/ui/print-button';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { HandoverItemView, HandoverSuggestion, ProjectAftercare } from '@/lib/domain/aftercare/answers';
import { MAINTAINER_LABELS } from '@/lib/domain/aftercare/labels';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { LineDialog } from './line-dialog';

type Props = { found: ProjectAftercare; mayWrite: boolean };

/** 移交清单: what is handed over, its warranty, who maintains it; and what the plans say is still to be listed. */
export function HandoverCard({ found, mayWrite }: Props) {
  const t = useTranslations('aftercare.handover');
  const { project, handover, suggestions } = found;
  return (
    <Card
      id="handover"
      title={t('title')}
      description={t('count', { count: handover.length })}
      action={
        handover.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <LinkButton size="sm" download href={`/api/v1/projects/${project.id}/handover/list.docx`}>
              {t('docx')}
            </LinkButton>
            <LinkButton size="sm" download href={`/api/v1/projects/${project.id}/handover/list.xlsx`}>
              {t('xlsx')}
            </LinkButton>
            <PrintButton label={t('print')} />
          </div>
        )
      }
    >
      {handover.length === 0 ? (
        <p className="text-sm text-ink-3">{t('none')}</p>
      ) : (
        <Lines projectId={project.id} lines={handover} mayWrite={mayWrite} />
      )}
      {suggestions.length > 0 && <Suggestions projectId={project.id} suggestions={suggestions} mayWrite={mayWrite} />}
    </Card>
  );
}

const FIRST = 10;

type LinesProps = { projectId: string; lines: readonly HandoverItemView[]; mayWrite: boolean };

function Lines({ projectId, lines, mayWrite }: LinesProps) {
  const t = useTranslations('aftercare.handover');
  const locale = useLocale();
  const table = (
    <Table caption={t('title')}>
      <thead>
        <Row>
          <HeadCell>{t('what')}</HeadCell>
          <HeadCell>{t('compound')}</HeadCell>
          <HeadCell>{t('warrantyUntil')}</HeadCell>
          <HeadCell>{t('maintainer')}</HeadCell>
          {mayWrite && (
            <HeadCell className="no-print">
              <span className="sr-only">{t('act')}</span>
            </HeadCell>
          )}
        </Row>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <Cell primary>{line.what}</Cell>
            <Cell label={t('compound')} className="sm:min-w-28">
              {line.compound.name}
            </Cell>
            <Cell label={t('warrantyUntil')} className="whitespace-nowrap">
              {line.warrantyUntil ? formatDate(calendarDateOf(line.warrantyUntil), locale) : t('noWarranty')}
            </Cell>
            <Cell label={t('maintainer')}>
              <span>
                {line.maintainer}
                <span className="block text-xs text-ink-3">
                  {labelIn(MAINTAINER_LABELS[line.maintainerKind], locale)}
                </span>
              </span>
            </Cell>
            {mayWrite && (
              <Cell className="no-print">
                <span className="flex gap-1">
                  <LineDialog
                    projectId={projectId}
                    line={line}
                    trigger={
                      <Button size="sm" variant="quiet" aria-label={`${t('edit')} ${line.what}`}>
                        {t('edit')}
                      </Button>
                    }
                  />
                  <WithReason
                    path={`/api/v1/projects/${projectId}/handover/${line.id}/retire`}
                    version={line.version}
                    title={t('removeTitle', { name: line.what })}
                    description={t('removeText')}
                    action={t('remove')}
                    done={t('removed')}
                  />
                </span>
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
  if (!isLong(lines.length, FIRST)) return table;
  return (
    <PhoneFirstRows first={FIRST} rows={lines.length}>
      {table}
    </PhoneFirstRows>
  );
}

type SuggestionsProps = { projectId: string; suggestions: readonly HandoverSuggestion[]; mayWrite: boolean };

function Suggestions({ projectId, suggestions, mayWrite }: SuggestionsProps) {
  const t = useTranslations('aftercare.handover');
  return (
    <div className="no-print mt-5">
      <h3 className="text-sm font-medium">{t('suggested', { count: suggestions.length })}</h3>
      <p className="text-sm text-ink-3">{t('suggestedText')}</p>
      <ul className="mt-2 divide-y divide-line text-sm">
        {suggestions.map((one) => (
          <li
            key={`${one.compound.id}${one.item}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span className="min-w-0">
              {one.what}
              <span className="flex flex-wrap gap-x-2 text-ink-3">
                {one.compound.name} · {t('progress', { done: one.done, places: one.places })}
                {one.operator && <Badge tone="accent">{t('operator')}</Badge>}
              </span>
            </span>
            {mayWrite && (
              <LineDialog
                projectId={projectId}
                suggestion={one}
                trigger={
                  <Button size="sm" aria-label={`${t('add')} ${one.what}`}>
                    {t('add')}
                  </Button>
                }
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
