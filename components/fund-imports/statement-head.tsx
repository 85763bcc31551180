import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Stat } from '@/components/ui/stat';
import { StatusLight } from '@/components/ui/status-light';
import type { StatementView } from '@/lib/domain/funds/imports/answers';
import { yuanText } from '@/lib/format/money-text';

const SHOWN = 30;

/** Sums in and out, and whether the balances follow. */
export function StatementStats({ statement }: { statement: StatementView }) {
  const t = useTranslations('fundImports.stats');
  const locale = useLocale();
  const { sumIn, sumOut, opening, closing, account, findings } = statement;
  const breaks = findings.filter(({ code }) => code === 'fundSheet.balanceBreak').length;
  const light = closing === null ? 'neutral' : breaks > 0 ? 'amber' : 'green';
  const said = closing === null ? t('unknown') : breaks > 0 ? t('breaks', { count: breaks }) : t('follows');
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Stat label={t('opening')} value={yuanText(opening, locale)} note={account && t('account', { tail: account })} />
      <Stat label={t('in')} value={yuanText(sumIn, locale)} />
      <Stat label={t('out')} value={yuanText(sumOut, locale)} />
      <Stat
        label={t('closing')}
        value={yuanText(closing, locale)}
        note={<StatusLight light={light}>{said}</StatusLight>}
      />
    </div>
  );
}

/** Every problem with its cell, the worst first; all of them stand in the marked sheet. */
export function FindingsCard({ statement: { id, findings } }: { statement: StatementView }) {
  const t = useTranslations('fundImports.findings');
  const rows = useTranslations('fundImports.rows');
  if (findings.length === 0) return null;
  const order = ['error', 'warning', 'info'];
  const worst = [...findings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  const lights = { error: 'red', warning: 'amber', info: 'neutral' } as const;
  return (
    <Card
      title={t('title')}
      action={
        <LinkButton size="sm" download href={`/api/v1/funds/imports/${id}/marked.xlsx`}>
          {t('marked')}
        </LinkButton>
      }
    >
      <ul className="space-y-2 text-sm">
        {worst.slice(0, SHOWN).map(({ level, cell, rowNo, code, message }) => (
          <li key={`${cell} ${rowNo} ${code} ${message}`} className="flex gap-3">
            <StatusLight light={lights[level]} className="w-20 shrink-0">
              {cell ?? (rowNo === null ? t('ofSheet') : rows('rowNo', { row: rowNo }))}
            </StatusLight>
            <span className="min-w-0">{message}</span>
          </li>
        ))}
      </ul>
      {worst.length > SHOWN && <p className="mt-2 text-sm text-ink-3">{t('more', { count: worst.length - SHOWN })}</p>}
    </Card>
  );
}
