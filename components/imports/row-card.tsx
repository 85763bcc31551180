import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import type { ImportRowLine } from '@/lib/domain/imports/answers';

/** A row of the sheet: what it is called, where it stands, and what is said about it. */
export function RowCard({ row, children }: { row: ImportRowLine; children?: ReactNode }) {
  const t = useTranslations('imports.rows');
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="font-medium">
          {row.compoundId ? (
            <TextLink href={`/compounds/${row.compoundId}`} target="_blank">
              {row.label}
            </TextLink>
          ) : (
            row.label
          )}
        </p>
        <p className="text-sm text-ink-3">{t('place', { sheet: row.sheet, row: row.rowNo })}</p>
      </div>
      {children && <div className="mt-2">{children}</div>}
    </li>
  );
}
