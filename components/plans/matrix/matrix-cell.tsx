import { Camera, MessageSquareText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import type { CellView } from '@/lib/domain/plans/answers';
import { AnswerMark } from '../answer-mark';
import { quantityWords, yuan } from '../words';
import { cellId } from './plan-cells';

type Props = {
  cell: CellView;
  necessity: 'required' | 'improvement';
  /** all that says where it is: 1栋 屋面渗漏修缮 */
  where: string;
  row: number;
  column: number;
  /** the one that Tab comes to */
  entry: boolean;
  /** lacks an answer or a figure */
  lacks: boolean;
  /** of the compound: one cell as wide as all buildings */
  span?: number;
};

/** One item at one place. What happens to it is heard by the table: only what changed is drawn anew. */
export const MatrixCell = memo(function MatrixCell({ cell, necessity, where, row, column, entry, lacks, span }: Props) {
  const t = useTranslations('plans.cell');
  const locale = useLocale();
  const todo = cell.answer === 'todo';
  return (
    <td
      colSpan={span}
      className={cn(
        'h-px border-b border-l border-line p-0 align-top',
        lacks ? 'bg-amber-soft' : todo ? 'bg-accent-soft/60' : 'bg-surface',
      )}
    >
      <button
        type="button"
        id={cellId(cell)}
        data-row={row}
        data-column={column}
        tabIndex={entry ? 0 : -1}
        className="block h-full min-h-12 w-full px-2 py-1.5 text-left text-xs leading-5 focus-inset hover:bg-hover"
      >
        {/* where it is, then what it shows: whoever speaks to the machine says what stands there (WCAG 2.5.3) */}
        <span className="sr-only">{`${t('label', { where })} `}</span>
        <span className={span ? 'flex flex-wrap gap-x-4' : 'block'}>
          <AnswerMark answer={cell.answer} necessity={necessity} />
          {todo && (
            <span className={cn('tabular-nums', span ? 'inline-flex gap-x-3' : 'block')}>
              <span className="block text-ink-2">{quantityWords(cell.quantity, cell.unit) ?? t('noQuantity')}</span>
              <span className="block text-ink">{cell.unitCost === null ? t('noCost') : yuan(cell.cost, locale)}</span>
            </span>
          )}
          {!todo && (cell.photoFileId || cell.reason) && (
            <span className="flex items-center gap-1 text-ink-3">
              {cell.photoFileId && <Camera aria-label={t('photo')} className="size-3.5 shrink-0" />}
              {cell.reason && (
                <>
                  <MessageSquareText aria-hidden="true" className="size-3.5 shrink-0" />
                  <span className={span ? undefined : 'line-clamp-2 max-w-36'}>{cell.reason}</span>
                </>
              )}
            </span>
          )}
          {cell.residentPercent > 0 && (
            <span className="block text-ink-3">{t('residents', { percent: cell.residentPercent })}</span>
          )}
        </span>
      </button>
    </td>
  );
});
