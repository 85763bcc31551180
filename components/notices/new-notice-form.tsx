'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { fieldErrors } from '@/lib/client/api';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NoticeSubjects, NoticeView } from '@/lib/domain/notices/answers';
import { NOTICE_KIND_LABELS } from '@/lib/domain/notices/labels';
import type { NoticeKind } from '@/lib/domain/notices/types';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { type Chosen, CompoundsPicker, listedOf } from './compounds-picker';
import { useSend } from './use-send';

type Props = {
  kinds: readonly NoticeKind[];
  subjects: NoticeSubjects;
  /** what the address asked for */
  start: { kind?: NoticeKind; compound?: string; scheme?: string; round?: string };
};

/** Which notice, and what it is about; its text is written on the next page. */
export function NewNoticeForm({ kinds, subjects, start }: Props) {
  const t = useTranslations('notices.create');
  const locale = useLocale();
  const router = useRouter();
  const { send, busy, problem, lines } = useSend();
  const [kind, setKind] = useState(start.kind && kinds.includes(start.kind) ? start.kind : kinds[0]);
  const [compound, setCompound] = useState(start.compound ?? '');
  const [scheme, setScheme] = useState(start.scheme ?? '');
  const [round, setRound] = useState(start.round ?? '');
  const [chosen, setChosen] = useState<Chosen>(new Map(start.compound ? [[start.compound, '']] : []));
  const bodies = {
    list: { compounds: listedOf(chosen) },
    plan: { compoundId: compound },
    design: { schemeId: scheme },
    result: { roundId: round },
  };
  const isReady = { list: chosen.size > 0, plan: compound !== '', design: scheme !== '', result: round !== '' };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!kind) return;
    const made = await send<NoticeView>('POST', '/api/v1/notices', {
      body: { kind, ...bodies[kind] },
      done: t('done'),
    });
    if (made) router.push(`/notices/${made.id}`);
  }

  const roundName = ({ compound: name, round: no, attempt }: NoticeSubjects['rounds'][number]) =>
    t('roundOption', { compound: name, round: labelIn(ROUND_LABELS[no], locale), attempt: String(attempt) });
  return (
    <Card>
      <form onSubmit={submit} noValidate className="space-y-5">
        {problem && <Banner live tone="red" title={problem.detail} list={problem.reasons ? lines : []} />}
        <Field label={t('kind')} group required>
          <RadioGroup
            name="kind"
            layout="column"
            value={kind ?? ''}
            options={kinds.map((value) => ({
              value,
              label: labelIn(NOTICE_KIND_LABELS[value], locale),
              hint: t(`kindHint.${value}`),
            }))}
            onChange={(event) => setKind(event.target.value as NoticeKind)}
          />
        </Field>
        {kind === 'list' && (
          <Field label={t('compounds')} error={fieldErrors(problem, 'compounds')} group required>
            <CompoundsPicker compounds={subjects.compounds} chosen={chosen} onChange={setChosen} />
          </Field>
        )}
        {kind === 'plan' && (
          <Field label={t('compound')} error={fieldErrors(problem, 'compoundId')} required>
            <Combobox
              value={compound}
              options={subjects.compounds.map(({ id, name, place }) => ({ value: id, label: name, note: place }))}
              onChange={setCompound}
            />
          </Field>
        )}
        {kind === 'design' &&
          (subjects.schemes.length === 0 ? (
            <Banner title={t('noSchemes')} />
          ) : (
            <Field label={t('scheme')} error={fieldErrors(problem, 'schemeId')} required>
              <Select
                placeholder={t('scheme')}
                value={scheme}
                options={subjects.schemes.map(({ id, compound: name, no, title }) => ({
                  value: id,
                  label: t('schemeOption', { compound: name, no: String(no), title }),
                }))}
                onChange={(event) => setScheme(event.target.value)}
              />
            </Field>
          ))}
        {kind === 'result' &&
          (subjects.rounds.length === 0 ? (
            <Banner title={t('noRounds')} />
          ) : (
            <Field label={t('round')} error={fieldErrors(problem, 'roundId')} required>
              <Select
                placeholder={t('round')}
                value={round}
                options={subjects.rounds.map((one) => ({ value: one.id, label: roundName(one) }))}
                onChange={(event) => setRound(event.target.value)}
              />
            </Field>
          ))}
        <FormActions>
          <Button type="submit" variant="primary" busy={busy} disabled={!kind || !isReady[kind]}>
            {t('action')}
          </Button>
        </FormActions>
      </form>
    </Card>
  );
}
