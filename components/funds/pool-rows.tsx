'use client';

import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { Input } from '@/components/ui/input';
import { TextLink } from '@/components/ui/text-link';
import type { CandidateAnswer } from '@/lib/domain/funds/batch-answers';
import { groupThousands } from '@/lib/format/number';

type Props = {
  projects: readonly CandidateAnswer[];
  values: Readonly<Record<string, string>>;
  refusalOf: (projectId: string) => string[];
  onChange: (values: Record<string, string>) => void;
};

/** The county's projects with what they lack of this money, and what each is given now. */
export function PoolRows({ projects, values, refusalOf, onChange }: Props) {
  const t = useTranslations('allocation.pool');
  const common = useTranslations('allocation');
  return (
    <DataTable
      caption={t('given')}
      rows={projects}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'project',
          header: common('project'),
          primary: true,
          cell: ({ id, name }) => <TextLink href={`/projects/${id}/money`}>{name}</TextLink>,
        },
        { key: 'planned', header: t('planned'), align: 'right', cell: ({ planned }) => groupThousands(planned) },
        { key: 'allocated', header: t('allocated'), align: 'right', cell: (one) => groupThousands(one.allocated) },
        { key: 'gap', header: common('gap'), align: 'right', cell: ({ gap }) => groupThousands(gap) },
        {
          key: 'amount',
          header: common('amount'),
          align: 'right',
          cell: ({ id, name }) => (
            <span className="block min-w-0">
              <Input
                aria-label={t('amountOf', { name })}
                inputMode="decimal"
                className="w-36 max-w-full text-right tabular-nums"
                value={values[id] ?? ''}
                onChange={(event) => onChange({ ...values, [id]: event.target.value })}
              />
              {refusalOf(id).map((line) => (
                <span key={line} className="mt-0.5 block text-xs text-red-ink">
                  {line}
                </span>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
