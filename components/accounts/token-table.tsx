import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { TOKEN_END_LABELS } from '@/lib/domain/accounts/labels';
import { scopeLabel } from '@/lib/domain/accounts/scopes';
import type { TokenView } from '@/lib/domain/accounts/tokens';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { RevokeToken } from './revoke-token';

function TokenState({ state }: Pick<TokenView, 'state'>) {
  const t = useTranslations('accounts.tokens.states');
  const tones = { active: 'green', expired: 'amber', revoked: 'red' } as const;
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** Who ended it, when and why. */
function Ended({ token }: { token: TokenView }) {
  const locale = useLocale();
  const format = useFormatter();
  if (!token.revokedAt || !token.revokedHow) return null;
  const said = [
    format.dateTime(new Date(token.revokedAt), 'moment'),
    labelIn(TOKEN_END_LABELS[token.revokedHow], locale),
    token.revokedHow === 'own' ? null : token.revokedBy,
    token.revokedReason,
  ];
  return (
    <span className="mt-0.5 block text-xs text-ink-3">{said.filter(Boolean).join(locale === 'en' ? ' · ' : '，')}</span>
  );
}

type Props = { tokens: readonly TokenView[]; mayRevoke: boolean; mayAudit: boolean; empty?: string };

export function TokenTable({ tokens, mayRevoke, mayAudit, empty }: Props) {
  const t = useTranslations('accounts.tokens');
  const locale = useLocale();
  const format = useFormatter();
  const columns: Column<TokenView>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      primary: true,
      cell: ({ name, hint }) => (
        <>
          <span className="font-medium">{name}</span>
          <code className="mt-0.5 block text-xs text-ink-3">{hint}…</code>
        </>
      ),
    },
    {
      key: 'scopes',
      header: t('columns.scopes'),
      className: 'max-w-80',
      cell: ({ scopes }) =>
        scopes.map((scope) => labelIn(scopeLabel(scope), locale)).join(locale === 'en' ? ', ' : '、'),
    },
    {
      key: 'used',
      header: t('columns.used'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.dateTime(new Date(lastUsedAt), 'moment') : t('neverUsed')),
    },
    {
      key: 'expires',
      header: t('columns.expires'),
      cell: ({ expiresOn }) => (
        <span className="whitespace-nowrap">{formatDate(calendarDateOf(expiresOn), locale)}</span>
      ),
    },
    {
      key: 'state',
      header: t('columns.state'),
      cell: (token) => (
        <>
          <TokenState state={token.state} />
          <Ended token={token} />
        </>
      ),
    },
    {
      key: 'actions',
      header: t('columns.actions'),
      cell: (token) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 whitespace-nowrap">
          {mayAudit && <TextLink href={`/audit?token=${token.id}`}>{t('acts')}</TextLink>}
          {mayRevoke && token.state === 'active' && <RevokeToken token={token} />}
        </span>
      ),
    },
  ];
  const nothing = <EmptyState title={empty ?? t('empty')} description={empty ? undefined : t('emptyHint')} />;
  const shown = mayAudit || mayRevoke ? columns : columns.slice(0, -1);
  return <DataTable caption={t('title')} columns={shown} rows={tokens} rowKey={({ id }) => id} empty={nothing} />;
}
