'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import type { VoteHome } from '@/lib/domain/votes/answers';
import { usePrint } from './use-print';

/** Within a round the end of a number tells it: 00037-K. */
const SERIAL_AND_CHECK = 7;

type Home = Pick<VoteHome, 'id' | 'unitNo' | 'room' | 'formNo'>;
type Props = {
  roundId: string;
  buildings: readonly { id: string; name: string }[];
  building: string;
  homes: readonly Home[];
};

/** For single doors of a building, and anew for those that have a form. */
export function PrintChosen({ roundId, buildings, building, homes }: Props) {
  const t = useTranslations('papers.choose');
  const tp = useTranslations('papers');
  const router = useRouter();
  const { print, busy, problem } = usePrint(roundId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  const picked = homes.filter(({ id }) => chosen.has(id));
  const anew = picked.filter(({ formNo }) => formNo !== null).length;

  function pick(ids: readonly string[], on: boolean) {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void print({ householdIds: picked.map(({ id }) => id), reason: anew > 0 ? why.trim() || undefined : undefined });
  }

  const nameOf = ({ unitNo, room }: Home) => {
    if (!unitNo) return t('doorNoUnit', { room });
    // what the county wrote out ('1单元', '东单元') stays as it is
    return isBareUnit(unitNo) ? t('door', { unit: unitNo, room }) : `${unitNo} ${room}`;
  };
  const field = problem ? fieldErrors(problem, 'reason') : [];
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <Field label={t('building')} className="max-w-60">
        <Select
          value={building}
          options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => {
            setChosen(new Set());
            router.replace(`/votes/${roundId}/forms?building=${event.target.value}`, { scroll: false });
          }}
        />
      </Field>
      <Checkbox
        label={t('all')}
        checked={homes.length > 0 && picked.length === homes.length}
        onChange={(event) =>
          pick(
            homes.map(({ id }) => id),
            event.target.checked,
          )
        }
      />
      <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
        {homes.map((home) => (
          <li key={home.id}>
            <Checkbox
              label={nameOf(home)}
              hint={home.formNo && t('hasForm', { formNo: home.formNo.slice(-SERIAL_AND_CHECK) })}
              checked={chosen.has(home.id)}
              onChange={(event) => pick([home.id], event.target.checked)}
            />
          </li>
        ))}
      </ul>
      {anew > 0 && (
        <Field label={t('reason')} hint={t('reasonHint', { count: anew })} error={field} required className="max-w-xl">
          <Input value={why} maxLength={200} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      )}
      {problem && field.length === 0 && <Banner tone="red" title={problem.title} list={sentencesOf(problem)} live />}
      <Button type="submit" busy={busy} disabled={picked.length === 0}>
        {picked.length === 0 ? t('none') : tp('printChosen', { count: picked.length })}
      </Button>
    </form>
  );
}
