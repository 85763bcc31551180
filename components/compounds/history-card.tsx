import type { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Difference, DiffList } from '@/components/ui/diff-list';
import { Timeline } from '@/components/ui/timeline';
import type { Place } from '@/lib/domain/compounds/answers';
import { OWNERSHIP_LABELS, WILLINGNESS_LABELS } from '@/lib/domain/compounds/labels';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatArea } from '@/lib/format/area';
import { formatDateTime } from '@/lib/format/date';
import { AREA_FIELDS } from './fields';

export interface ChangeView {
  id: string;
  at: string;
  actor: string;
  action: string;
  reason: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

type T = ReturnType<typeof useTranslations<'compounds'>>;
type Props = { t: T; locale: Locale; changes: readonly ChangeView[]; places: readonly Place[]; lastChange: string };

const ACTS = ['create', 'update', 'retire', 'merge', 'split', 'import'] as const;
const LABELS: Record<string, Record<string, Label>> = {
  ownershipKind: OWNERSHIP_LABELS,
  willingness: WILLINGNESS_LABELS,
};

function act(t: T, action: string): string {
  const known = ACTS.find((one) => action.includes(one));
  return known ? t(`history.acts.${known}`) : action;
}

export function HistoryCard({ t, locale, changes, places, lastChange }: Props) {
  const say = (field: string, value: unknown): string | null => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return t(value ? 'tri.yes' : 'tri.no');
    if ((AREA_FIELDS as readonly string[]).includes(field)) return formatArea(BigInt(String(value)));
    if (typeof value === 'object') return t('history.counted', { count: Object.keys(value).length });
    const label = LABELS[field]?.[String(value)];
    return label ? labelIn(label, locale) : (places.find((place) => place.id === value)?.name ?? String(value));
  };
  const differences = ({ before, after }: ChangeView): Difference[] =>
    Object.keys(after)
      .filter((field) => field in before)
      .map((field) => ({
        field: t(`fields.${field}` as 'fields.name'),
        before: say(field, before[field]),
        after: say(field, after[field]),
      }));
  return (
    <Card id="history" title={t('sections.history')}>
      {changes.length === 0 && <p className="text-sm text-ink-3">{lastChange}</p>}
      {changes.length > 0 && (
        <Timeline
          events={changes.map((change) => {
            const list = differences(change);
            return {
              key: change.id,
              dateTime: change.at,
              when: formatDateTime(new Date(change.at), locale),
              who: change.actor,
              title: act(t, change.action),
              children: (
                <>
                  {change.reason && <p className="text-ink-2">{change.reason}</p>}
                  {list.length > 0 && <DiffList differences={list} />}
                </>
              ),
            };
          })}
        />
      )}
    </Card>
  );
}
