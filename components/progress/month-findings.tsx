import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { MonthSheetAnswer } from '@/lib/domain/progress/sheet-answers';

/** More are not read at one sitting. */
const SHOWN = 200;
const TONES = { error: 'red', warning: 'amber', info: 'neutral' } as const;
const ORDER = ['error', 'warning', 'info'];

/** Every problem of a filled workbook at its cell: what refuses it first. */
export function MonthFindings({ findings }: { findings: MonthSheetAnswer['findings'] }) {
  const t = useTranslations('progressSheet');
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level));
  return (
    <Card title={t('findings')}>
      <ul className="space-y-2 text-sm">
        {sorted.slice(0, SHOWN).map(({ sheet, cell, code, level, message }) => (
          <li key={`${sheet} ${cell} ${code} ${message}`} className="flex flex-wrap gap-x-3 gap-y-1 sm:flex-nowrap">
            <span className="flex w-40 shrink-0 items-start gap-2">
              <Badge tone={TONES[level]}>{t(`level.${level}`)}</Badge>
              <span className="font-mono text-ink-2">{[sheet, cell].filter(Boolean).join(' ')}</span>
            </span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p className="mt-3 text-sm text-ink-3">{t('moreFindings', { count: findings.length - SHOWN })}</p>
      )}
    </Card>
  );
}
