import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Copyable } from '@/components/ui/copyable';
import { DefinitionList } from '@/components/ui/definition-list';
import type { CallBackDraw } from '@/lib/domain/votes/drawn';

type Props = { draw: CallBackDraw; percent: number; minimum: number };

/** How the sample was drawn: seed, number and method, so that anybody can draw the same again. */
export function DrawCard({ draw, percent, minimum }: Props) {
  const t = useTranslations('voteDesk.callBacks');
  const { seed, seq, returned, drawn } = draw;
  return (
    <Card title={t('how')} description={t('howText')} id="draw">
      <DefinitionList
        columns={1}
        items={[
          { term: t('seed', { seq }), value: <Copyable text={seed} />, wide: true },
          { term: t('size'), value: t('sizeText', { returned, percent, minimum, drawn }), wide: true },
          { term: t('formula'), value: t('formulaText', { drawn }), wide: true },
        ]}
      />
    </Card>
  );
}
