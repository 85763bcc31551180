'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Refusal } from '@/components/archive/refusal';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { useSending } from '@/lib/client/use-sending';
import type { ProjectAcceptances } from '@/lib/domain/acceptance/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatDate } from '@/lib/format/date';
import { formatYuan } from '@/lib/format/money';

type Props = Pick<ProjectAcceptances, 'project' | 'account'> & { mayWrite: boolean };

/** 决算 and 审定, each with the day of its paper, and what grew beyond what was agreed. */
export function AccountCard({ project, account, mayWrite }: Props) {
  const t = useTranslations('acceptance.account');
  const locale = useLocale();
  const yuan = (text: string | null) => (text === null ? null : formatYuan(parseHundredths(text) ?? 0n, locale));
  const paper = (kind: string, on: string | null) => (
    <TextLink href={`/projects/${project.id}/papers#${kind}`}>
      {on ? t('paperOn', { day: formatDate(calendarDateOf(on), locale) }) : t('noPaper')}
    </TextLink>
  );
  return (
    <Card
      id="account"
      title={t('title')}
      description={t('text')}
      action={mayWrite && <AccountDialog project={project} account={account} />}
    >
      <DefinitionList
        items={[
          { term: t('contractSum'), value: yuan(account.contractSum) },
          { term: t('finalAccount'), value: yuan(account.finalAccount) },
          { term: t('audited'), value: yuan(account.audited) },
          { term: t('accountPaper'), value: paper('finalAccount', account.accountPaperOn) },
          { term: t('auditPaper'), value: paper('finalAudit', account.auditPaperOn) },
        ]}
      />
      {account.variances.length > 0 && (
        <div className="mt-4">
          <Banner tone="amber" title={t('grew')} list={account.variances.map((code) => t(`variances.${code}`))} />
        </div>
      )}
    </Card>
  );
}

/** Sums as people write them: with thousands separated, and with spaces. */
const sum = (form: FormData, name: string) =>
  String(form.get(name) ?? '')
    .replaceAll(/[,，\s]/g, '')
    .trim() || null;

function AccountDialog({ project, account }: Omit<Props, 'mayWrite'>) {
  const t = useTranslations('acceptance.account');
  const router = useRouter();
  const { open, show, busy, problem, send } = useSending(() => router.refresh());
  async function save(form: FormData) {
    const body = { finalAccount: sum(form, 'finalAccount'), audited: sum(form, 'audited') };
    if (!(await send('PUT', `/api/v1/projects/${project.id}/final-account`, { body, version: project.version })))
      return;
    toast(t('saved'));
    router.refresh();
  }
  return (
    <FormDialog
      title={t('write')}
      trigger={<Button>{t('write')}</Button>}
      open={open}
      onOpenChange={show}
      action={t('save')}
      busy={busy}
      onSubmit={save}
    >
      <Field label={t('finalAccount')} error={fieldErrors(problem, 'finalAccount')} optional>
        <Input name="finalAccount" inputMode="decimal" suffix={t('yuan')} defaultValue={account.finalAccount ?? ''} />
      </Field>
      <Field label={t('audited')} error={fieldErrors(problem, 'audited')} optional>
        <Input name="audited" inputMode="decimal" suffix={t('yuan')} defaultValue={account.audited ?? ''} />
      </Field>
      <Refusal problem={problem} fields={['finalAccount', 'audited']} conflict={t('conflict')} />
    </FormDialog>
  );
}
