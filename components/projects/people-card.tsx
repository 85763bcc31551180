import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { Card } from '@/components/ui/card';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { isRole } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import type { PersonView } from '@/lib/domain/projects/answers';
import { type Account, PersonDialog } from './forms/person-dialog';

type Props = {
  projectId: string;
  people: readonly PersonView[];
  /** whom one could name; null: may not */
  accounts: readonly Account[] | null;
};

/** Accounts that are named to the project: they see it, and nothing else. */
export function PeopleCard({ projectId, people, accounts }: Props) {
  const t = useTranslations('projects.people');
  const locale = useLocale();
  const roleOf = (role: string) => (isRole(role) ? labelIn(ROLE_LABELS[role], locale) : '');
  return (
    <Card
      title={t('title')}
      action={
        accounts && (
          <PersonDialog projectId={projectId} accounts={accounts.map((one) => ({ ...one, role: roleOf(one.role) }))} />
        )
      }
    >
      {people.length === 0 ? (
        <p className="text-sm text-ink-3">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line text-sm">
          {people.map(({ accountId, name, role, endedAt }) => (
            <li key={accountId} className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0">
              <span>
                <span className="font-medium">{name}</span>
                <span className="block text-ink-3">
                  {[roleOf(role), endedAt && t('past')].filter(Boolean).join(' · ')}
                </span>
              </span>
              {accounts && !endedAt && (
                <ActButton
                  label={t('end')}
                  title={t('endTitle', { name })}
                  description={t('endText')}
                  path={`/api/v1/projects/${projectId}/people/${accountId}/end`}
                  done={t('ended')}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
