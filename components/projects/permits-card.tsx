import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { permitsOf } from '@/lib/domain/stages/permits';

type Props = { project: ProjectHead; rulebook: Rulebook; action?: ReactNode };

/** What decides whether the green channel is open (P四(三)3). */
export function PermitsCard({ project, rulebook, action }: Props) {
  const t = useTranslations('projects.permits');
  const locale = useLocale();
  const { green, needed } = permitsOf(rulebook, project);
  const nameOf = (one: { name: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.name);
  const names = needed.map(nameOf).join(locale === 'en' ? ', ' : '、');
  const said = (fact: boolean | null | undefined) =>
    fact === null || fact === undefined ? undefined : t(fact ? 'yes' : 'no');
  return (
    <Card
      id="permits"
      title={t('title')}
      description={green ? t('spared') : names ? t('needed', { names }) : t('unknown')}
      action={action}
    >
      <DefinitionList
        columns={1}
        items={rulebook.greenChannel.unless.map((one) => ({
          term: nameOf(one),
          value: said({ ...project }[one.code as 'newLand']),
        }))}
      />
    </Card>
  );
}
