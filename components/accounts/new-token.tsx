'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Copyable } from '@/components/ui/copyable';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { api, fieldErrors, type Problem } from '@/lib/client/api';
import { type Scope, scopeLabel } from '@/lib/domain/accounts/scopes';
import type { TokenMade } from '@/lib/domain/accounts/tokens';
import { labelIn } from '@/lib/domain/kernel/label';
import { ProblemBanner } from './problem-banner';

const FIELDS = ['name', 'scopes', 'expiresOn'] as const;
type Props = { scopes: readonly Scope[]; today: string; usual: string; latest: string };

/** What the calling system is to keep, shown once. */
function Secret({ token }: { token: TokenMade }) {
  const t = useTranslations('accounts.tokens');
  return (
    <div className="space-y-3">
      <Banner tone="green" title={t('made', { name: token.name })} live>
        <p>{t('handOver')}</p>
      </Banner>
      <p className="rounded-md border border-line bg-sunken px-3 py-2">
        <Copyable text={token.secret} />
      </p>
      <p className="text-sm text-ink-2">{t('howToSend')}</p>
      <code className="block overflow-x-auto rounded-md bg-sunken px-3 py-2 text-xs whitespace-nowrap">
        Authorization: Bearer {token.hint}…
      </code>
    </div>
  );
}

export function NewToken({ scopes, today, usual, latest }: Props) {
  const t = useTranslations('accounts.tokens');
  const common = useTranslations('common.actions');
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [made, setMade] = useState<TokenMade>();

  function show(next: boolean) {
    setOpen(next);
    setProblem(undefined);
    setMade(undefined);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {
      name: String(form.get('name') ?? ''),
      scopes: form.getAll('scopes').map(String),
      expiresOn: String(form.get('expiresOn') ?? ''),
    };
    setBusy(true);
    const result = await api<TokenMade>('POST', '/api/v1/tokens', { body });
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    setMade(result.value);
    router.refresh();
  }

  /** A missing choice of scopes is told in the office's words. */
  const scopeErrors = fieldErrors(problem, 'scopes').map((line) =>
    problem?.reasons?.some(({ field, code }) => field === 'scopes' && code === 'input.tooShort')
      ? t('chooseOne')
      : line,
  );
  return (
    <Dialog
      title={made ? t('madeTitle') : t('add')}
      description={made ? undefined : t('addText')}
      open={open}
      onOpenChange={show}
      trigger={<Button variant="primary">{t('add')}</Button>}
      actions={
        made ? (
          <Button variant="primary" onClick={() => show(false)}>
            {t('kept')}
          </Button>
        ) : (
          <>
            <Button type="submit" form={id} variant="primary" busy={busy}>
              {t('create')}
            </Button>
            <Button variant="quiet" onClick={() => show(false)}>
              {common('cancel')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <Secret token={made} />
      ) : (
        <form id={id} onSubmit={submit} noValidate className="space-y-4">
          <ProblemBanner problem={problem} fields={FIELDS} />
          <Field label={t('name')} hint={t('nameHint')} error={fieldErrors(problem, 'name')} required>
            <Input name="name" maxLength={40} autoComplete="off" />
          </Field>
          <Field label={t('scopes')} hint={t('scopesHint')} error={scopeErrors} required group>
            <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
              {scopes.map((scope) => (
                <Checkbox key={scope} name="scopes" value={scope} label={labelIn(scopeLabel(scope), locale)} />
              ))}
            </div>
          </Field>
          <Field label={t('expiresOn')} hint={t('expiresHint')} error={fieldErrors(problem, 'expiresOn')} required>
            <Input name="expiresOn" type="date" min={today} max={latest} defaultValue={usual} className="sm:w-auto!" />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
