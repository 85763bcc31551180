'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { collisionsBetween, settled } from '@/components/ui/collisions';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { toast } from '@/components/ui/toast-store';
import { api, type Problem } from '@/lib/client/api';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import type { UserView } from '@/lib/domain/accounts/list-query';
import { isRole, type Role } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import type { UnitOption } from '@/lib/domain/units/views';
import { ProblemBanner } from './problem-banner';
import { UserFields, type UserValues } from './user-fields';

const FIELDS = ['displayName', 'role', 'unitId'] as const;
type Props = { user: UserView; roles: readonly Role[]; units: readonly UnitOption[] };

const valuesOf = ({ displayName, role, unit }: UserView): UserValues => ({ displayName, role, unitId: unit.id });
const typedIn = (form: FormData): UserValues => ({
  displayName: String(form.get('displayName') ?? '').trim(),
  role: String(form.get('role') ?? ''),
  unitId: String(form.get('unitId') ?? ''),
});

/** Only what differs from the saved account is sent. */
const changesOf = (mine: UserValues, saved: UserView) =>
  Object.fromEntries(FIELDS.filter((key) => mine[key] !== valuesOf(saved)[key]).map((key) => [key, mine[key]]));

/** Mounted anew for each version of the account: `base` is the account as it was opened, or as the other left it. */
export function EditUserForm({ user, roles, units }: Props) {
  const t = useTranslations('accounts.users');
  const locale = useLocale();
  const router = useRouter();
  const [base, setBase] = useState(user);
  const [start, setStart] = useState(valuesOf(user));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [conflict, setConflict] = useState<{ theirs: UserView; mine: UserValues }>();

  async function send(mine: UserValues, saved: UserView, unchanged: string) {
    const body = changesOf(mine, saved);
    if (Object.keys(body).length === 0) return finish(unchanged);
    setBusy(true);
    const result = await api<UserView>('PATCH', `/api/v1/users/${user.id}`, { body, version: saved.version });
    setBusy(false);
    if (result.ok) return finish(t('saved'));
    const met = result.problem.conflict;
    setProblem(met ? undefined : result.problem);
    setConflict(met && { theirs: met.theirs as UserView, mine });
  }

  function finish(said: string) {
    setProblem(undefined);
    toast(said);
    router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(typedIn(new FormData(event.currentTarget)), base, t('nothing'));
  }

  /** The form shows what is sent: the chosen values stand in it from now on. */
  function resolve(takeTheirs: ReadonlySet<string>) {
    if (!conflict) return;
    const { theirs, mine } = conflict;
    const both = settled(mine, valuesOf(theirs), takeTheirs);
    setBase(theirs);
    setStart(both);
    setConflict(undefined);
    void send(both, theirs, t('kept'));
  }

  const named = [
    { key: 'displayName', label: t('displayName') },
    {
      key: 'role',
      label: t('role'),
      say: (role: string) => (isRole(role) ? labelIn(ROLE_LABELS[role], locale) : role),
    },
    {
      key: 'unitId',
      label: t('unit'),
      say: (unit: string) =>
        units.find(({ id }) => id === unit)?.name ??
        (unit === conflict?.theirs.unit.id ? conflict.theirs.unit.name : ''),
    },
  ] as const;
  return (
    <>
      <form key={base.version} onSubmit={submit} noValidate className="max-w-xl space-y-4">
        <ProblemBanner problem={problem} fields={FIELDS} />
        <UserFields values={start} roles={roles} units={units} problem={problem} />
        <p className="text-sm text-ink-3">{t('editHint')}</p>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </form>
      {conflict && (
        <ConflictDialog
          collisions={collisionsBetween(named, valuesOf(base), conflict.mine, valuesOf(conflict.theirs))}
          busy={busy}
          note={conflict.theirs.disabledAt ? t('theirsDisabled') : undefined}
          onResolve={resolve}
          onClose={() => setConflict(undefined)}
        />
      )}
    </>
  );
}
