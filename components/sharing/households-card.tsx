import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { SharingCompoundView } from '@/lib/domain/sharing/answers';
import { groupThousands, NONE } from '@/lib/format/number';
import { type SharingWords, useSharingWords } from './words';

export interface HouseholdRow {
  id: string;
  home: string;
  area: string | null;
  share: string;
}

type Props = {
  projectId: string;
  compound: SharingCompoundView;
  words: SharingWords;
  households: readonly HouseholdRow[];
};

/** Each household's part of what its compound raises, by room: together the whole, to the fen. */
export function HouseholdsCard({ projectId, compound, words, households }: Props) {
  const t = useTranslations('sharing.compounds');
  const { yuan } = useSharingWords(words);
  const columns: Column<HouseholdRow>[] = [
    { key: 'home', header: t('home'), primary: true, cell: ({ home }) => home },
    { key: 'area', header: t('areaOf'), align: 'right', cell: ({ area }) => area ?? NONE },
    { key: 'share', header: t('share'), align: 'right', cell: ({ share }) => groupThousands(share) },
  ];
  const { name, rule, raised } = compound;
  return (
    <Card
      id="households"
      title={t('sharesTitle', { name })}
      description={t('sharesText', { rule: t(rule), count: households.length, sum: yuan(raised) })}
      action={<TextLink href={`/projects/${projectId}/sharing#compounds`}>{t('close')}</TextLink>}
    >
      <DataTable
        caption={t('sharesTitle', { name })}
        columns={columns}
        rows={households}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('hidden')} />}
        footer={{ home: t('raised'), share: groupThousands(raised) }}
      />
    </Card>
  );
}
