import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { FoldCard } from '@/components/ui/fold-card';
import { OpenFolds } from '@/components/ui/open-folds';
import { Operation } from './operation';
import type { TagView } from './types';

const HOW = ['session', 'token', 'write', 'version', 'problem', 'list'] as const;

export function ApiDocsView({ tags, opened }: { tags: readonly TagView[]; opened?: string }) {
  const t = useTranslations('apiDocs');
  return (
    <OpenFolds className="space-y-4">
      <Card title={t('how')}>
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink-2">
          {HOW.map((key) => (
            <li key={key}>{t(`howText.${key}`)}</li>
          ))}
        </ul>
      </Card>
      {tags.map(({ name, description, operations }) => (
        <FoldCard
          key={name}
          title={name}
          description={t('group', { about: description, count: String(operations.length) })}
          open={operations.some(({ id }) => id === opened)}
          flush
        >
          {operations.map((operation) => (
            <Operation key={operation.id} operation={operation} open={operation.id === opened} />
          ))}
        </FoldCard>
      ))}
    </OpenFolds>
  );
}
