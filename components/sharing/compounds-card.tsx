import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { SharingCompoundView, SharingSheet } from '@/lib/domain/sharing/answers';
import { formatCount, NONE } from '@/lib/format/number';
import { CompoundDialog } from './forms/compound-dialog';
import { type SharingWords, useSharingWords } from './words';

type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  ownKinds: readonly string[];
  mayWrite: boolean;
};

/** Per compound: what its residents raise and how they share it, and whether it is former 三供一业 housing. */
export function CompoundsCard({ projectId, sheet, words, ownKinds, mayWrite }: Props) {
  const t = useTranslations('sharing.compounds');
  const { listed, money, yuan } = useSharingWords(words);
  const own = ({ ownMoney }: SharingCompoundView) =>
    listed(ownMoney.map(({ kind, amount }) => `${money('residents', kind)} ${yuan(amount)}`)) || NONE;
  const columns: Column<SharingCompoundView>[] = [
    { key: 'name', header: t('name'), primary: true, cell: ({ name }) => name },
    { key: 'households', header: t('households'), align: 'right', cell: (one) => formatCount(one.households) },
    { key: 'raised', header: t('raised'), align: 'right', cell: ({ raised }) => yuan(raised) },
    { key: 'rule', header: t('rule'), cell: ({ rule }) => t(rule) },
    { key: 'own', header: t('own'), cell: own },
    {
      key: 'former',
      header: t('unit'),
      cell: ({ formerUnit, unit, originalUnit }) => (formerUnit ? (unit ?? originalUnit ?? NONE) : NONE),
    },
    {
      key: 'act',
      header: t('edit'),
      cell: (compound) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/projects/${projectId}/sharing?compound=${compound.id}#households`}>{t('shares')}</TextLink>
          {mayWrite && (
            <CompoundDialog
              projectId={projectId}
              sheet={sheet}
              words={words}
              compound={compound}
              ownKinds={ownKinds}
              trigger={<Button size="sm">{t('edit')}</Button>}
            />
          )}
        </span>
      ),
    },
  ];
  return (
    <Card id="compounds" title={t('title')} description={t('text')}>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={sheet.compounds}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('title')} />}
      />
    </Card>
  );
}
