'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { DiffList } from '@/components/ui/diff-list';
import { toast } from '@/components/ui/toast-store';
import { api, type Problem } from '@/lib/client/api';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import type { UserView } from '@/lib/domain/accounts/list-query';
import { isRole, type Role } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import type { UnitOption } from '@/lib/domain/units/views';
import { ProblemBanner } from './problem-banner';
import { UserFields } from './user-fields';

interface Given {
  displayName?: string;
  role?: string;
  unitId?: string;
}
type Props = { user: UserView; roles: readonly Role[]; units: readonly UnitOption[] };

/** Only what was changed is sent, with the version that was read. */
function changesOf(form: FormData, user: UserView): Given {
  const displayName = String(form.get('displayName') ?? '').trim();
  const role = String(form.get('role') ?? '');
  const unitId = String(form.get('unitId') ?? '');
  return {
    ...(displayName !== user.displayName ? { displayName } : {}),
    ...(role !== user.role ? { role } : {}),
    ...(unitId !== user.unit.id ? { unitId } : {}),
  };
}

export function EditUserForm({ user, roles, units }: Props) {
  const t = useTranslations('accounts.users');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [mine, setMine] = useState<Given>({});

  async function send(given: Given, version: number) {
    setBusy(true);
    const result = await api<UserView>('PATCH', `/api/v1/users/${user.id}`, { body: given, version });
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    toast(t('saved'));
    router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = changesOf(new FormData(event.currentTarget), user);
    if (Object.keys(given).length === 0) return toast(t('nothing'), 'neutral');
    setMine(given);
    void send(given, user.version);
  }

  const conflict = problem?.conflict;
  return (
    <form key={user.version} onSubmit={submit} noValidate className="max-w-xl space-y-4">
      {conflict ? (
        <Conflict
          theirs={conflict.theirs as UserView}
          mine={mine}
          units={units}
          busy={busy}
          onKeep={() => send(mine, conflict.version)}
          onTake={() => {
            setProblem(undefined);
            router.refresh();
          }}
        />
      ) : (
        <ProblemBanner problem={problem} fields={['displayName', 'role', 'unitId']} />
      )}
      <UserFields user={user} roles={roles} units={units} problem={problem} />
      <p className="text-sm text-ink-3">{t('editHint')}</p>
      <Button type="submit" variant="primary" busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
}

type ConflictProps = {
  theirs: UserView;
  mine: Given;
  units: readonly UnitOption[];
  busy: boolean;
  onKeep: () => void;
  onTake: () => void;
};

function Conflict({ theirs, mine, units, busy, onKeep, onTake }: ConflictProps) {
  const t = useTranslations('accounts.users');
  const locale = useLocale();
  const roleName = (role: string) => (isRole(role) ? labelIn(ROLE_LABELS[role], locale) : role);
  const differences = [
    ...(mine.displayName ? [{ field: t('displayName'), before: theirs.displayName, after: mine.displayName }] : []),
    ...(mine.role ? [{ field: t('role'), before: roleName(theirs.role), after: roleName(mine.role) }] : []),
    ...(mine.unitId
      ? [{ field: t('unit'), before: theirs.unit.name, after: units.find(({ id }) => id === mine.unitId)?.name ?? '' }]
      : []),
  ];
  return (
    <Banner tone="amber" title={t('conflict')} live>
      <p className="mb-2">{t('conflictHint')}</p>
      <DiffList differences={differences} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" busy={busy} onClick={onKeep}>
          {t('keepMine')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onTake}>
          {t('takeTheirs')}
        </Button>
      </div>
    </Banner>
  );
}
