import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { LineState } from '@/lib/domain/funds/imports/answers';
import type { StatementState } from '@/lib/domain/funds/imports/types';

const STATES: Record<LineState, Tone> = {
  ...{ none: 'red', found: 'accent', unsure: 'amber', decided: 'green', known: 'neutral' },
};
const STATUSES: Record<StatementState, Tone> = { draft: 'amber', applied: 'green', cancelled: 'neutral' };

export function LineBadge({ state }: { state: LineState }) {
  const t = useTranslations('fundImports.state');
  return <Badge tone={STATES[state]}>{t(state)}</Badge>;
}

export function StatementBadge({ status }: { status: StatementState }) {
  const t = useTranslations('fundImports.status');
  return <Badge tone={STATUSES[status]}>{t(status)}</Badge>;
}
