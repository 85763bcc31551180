import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { ChoiceBadge } from '@/components/votes/checks/ballot-facts';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CallBackRow } from '@/lib/domain/votes/answers';
import type { DrawnHome } from '@/lib/domain/votes/drawn';
import { CALL_LABELS } from '@/lib/domain/votes/labels';
import type { CallOutcome } from '@/lib/domain/votes/types';
import { formatDateTime } from '@/lib/format/date';
import { OutcomeDialog } from './outcome-dialog';
import { OwnerPhone } from './owner-phone';

export interface Call extends CallBackRow {
  drawn: DrawnHome;
}

const LIGHTS: Record<CallOutcome, Light> = { confirmed: 'green', denied: 'red', unreachable: 'amber' };

type Props = { roundId: string; calls: readonly Call[]; mayCall: boolean; mayReveal: boolean };

/** In the order of the draw. */
export function CallsTable({ roundId, calls, mayCall, mayReveal }: Props) {
  const t = useTranslations('voteDesk.callBacks');
  const locale = useLocale();
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('home')}</HeadCell>
          <HeadCell>{t('owners')}</HeadCell>
          <HeadCell>{t('choice')}</HeadCell>
          <HeadCell>{t('recordedBy')}</HeadCell>
          <HeadCell>{t('outcome')}</HeadCell>
          <HeadCell>{t('rank')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={call.householdId}>
            <Cell primary>{call.where}</Cell>
            <Cell label={t('owners')}>
              <span className="block space-y-1">
                {call.drawn.owners.map((owner) => (
                  <OwnerPhone key={owner.id} owner={owner} mayReveal={mayReveal} />
                ))}
                {call.drawn.owners.length === 0 && <span className="text-ink-3">{t('noOwner')}</span>}
              </span>
            </Cell>
            <Cell label={t('choice')}>
              <ChoiceBadge choice={call.choice} />
            </Cell>
            <Cell label={t('recordedBy')}>{call.recordedBy}</Cell>
            <Cell label={t('outcome')}>
              <div className="flex flex-col items-start gap-1.5 max-sm:items-end">
                {call.outcome ? (
                  <StatusLight light={LIGHTS[call.outcome]}>{labelIn(CALL_LABELS[call.outcome], locale)}</StatusLight>
                ) : (
                  <StatusLight light="neutral">{t('waiting')}</StatusLight>
                )}
                {call.note && <p>{call.note}</p>}
                {call.calledBy && call.calledAt && (
                  <p className="text-xs text-ink-3">
                    {t('by', { name: call.calledBy, when: formatDateTime(new Date(call.calledAt), locale) })}
                  </p>
                )}
                {mayCall && call.drawn.mine && <p className="text-xs text-ink-3">{t('mine')}</p>}
                {mayCall && !call.drawn.mine && (
                  <OutcomeDialog
                    roundId={roundId}
                    call={call}
                    trigger={<Button size="sm">{t(call.outcome ? 'change' : 'save')}</Button>}
                  />
                )}
              </div>
            </Cell>
            <Cell label={t('rank')} hideOnPhone>
              <span title={call.drawn.digest}>
                {call.drawn.rank} <span className="font-mono text-xs text-ink-3">{call.drawn.digest.slice(0, 8)}…</span>
              </span>
              <span className="block font-mono text-xs break-all text-ink-3">{call.householdId}</span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
