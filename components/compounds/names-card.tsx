import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { formatDateTime } from '@/lib/format/date';

export interface LineageView {
  kind: string;
  direction: 'from' | 'to';
  id: string;
  name: string;
  reason: string;
  documentNo: string | null;
  at: string;
}

type Props = { aliases: readonly string[]; lineage: readonly LineageView[] };

/** 历次名称与合并拆分: under which names people look for it, and what became of what. */
export function NamesCard({ aliases, lineage }: Props) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  const key = ({ kind, direction }: LineageView) =>
    `names.${kind === 'merge' ? 'merge' : 'split'}${direction === 'from' ? 'From' : 'To'}` as 'names.mergeFrom';
  return (
    <Card id="names" title={t('sections.names')}>
      {aliases.length === 0 && lineage.length === 0 && <p className="text-sm text-ink-3">{t('names.none')}</p>}
      <ul className="space-y-2 text-sm">
        {aliases.length > 0 && (
          <li>
            <span className="text-ink-3">{t('names.alias')}</span>
            <span className="ml-3">{aliases.join('、')}</span>
          </li>
        )}
        {lineage.map((step) => (
          <li key={step.id}>
            <TextLink href={`/compounds/${step.id}`}>{t(key(step), { name: step.name })}</TextLink>
            <span className="block text-ink-3">
              {formatDateTime(new Date(step.at), locale)} · {step.reason}
              {step.documentNo && ` · ${t('names.document', { document: step.documentNo })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
