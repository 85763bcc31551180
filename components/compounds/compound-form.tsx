'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { FormActions } from '@/components/ui/form-actions';
import { LinkButton } from '@/components/ui/link-button';
import { SaveState } from '@/components/ui/save-state';
import { toast } from '@/components/ui/toast-store';
import { api, newKey, type Problem, sentencesOf } from '@/lib/client/api';
import { useDraft } from '@/lib/client/use-draft';
import type { FacilityName, Place } from '@/lib/domain/compounds/answers';
import { CONDITION_LABELS, OWNERSHIP_LABELS, WILLINGNESS_LABELS } from '@/lib/domain/compounds/labels';
import { compoundCreateSchema, compoundUpdateSchema } from '@/lib/domain/compounds/schema';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import { formatReasons, type ReasonMessages } from '@/lib/format/reason';
import { unitName } from '@/lib/format/unit-name';
import { differencesOf, isFact, merged } from './collisions';
import { CompoundFields } from './compound-fields';
import type { CompoundValues } from './fields';
import { type FormValues, problemsOf, toForm, toInput } from './form-values';

type Saved = CompoundValues & { id: string; name: string; code: string; version: number };
type Props = {
  /** Absent: a new compound. */
  stored?: { id: string; version: number };
  values: CompoundValues;
  places: readonly Place[];
  facilities: readonly FacilityName[];
};

export function CompoundForm({ stored, values, places, facilities }: Props) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  const reasons = useMessages().reasons as ReasonMessages;
  const router = useRouter();
  const keys = facilities.map((facility) => facility.key);
  const initial = toForm(values, keys);
  const base = useRef({ values: initial, version: stored?.version ?? 0 });
  const action = useRef(newKey());
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<{ values: FormValues; version: number }>();
  const [restored, setRestored] = useState<string>();
  const [ready, setReady] = useState(false);

  const resolver: Resolver<FormValues> = (typed) => {
    const schema = stored ? compoundUpdateSchema : compoundCreateSchema;
    const found = problemsOf(schema, toInput(typed, stored && base.current.values));
    const errors = [...found].map(([field, list]) => [
      field,
      { type: 'schema', message: formatReasons(list, reasons) },
    ]);
    return found.size > 0 ? { values: {}, errors: Object.fromEntries(errors) } : { values: typed, errors: {} };
  };
  const form = useForm<FormValues>({ defaultValues: initial, resolver, mode: 'onBlur', shouldFocusError: true });

  const draft = useDraft({
    form: 'compound',
    subject: stored?.id ?? 'new',
    onRestore: (content, savedAt) => {
      const kept = content as { values?: FormValues; base?: FormValues; version?: number };
      if (!kept.values) return;
      base.current = { values: kept.base ?? initial, version: kept.version ?? base.current.version };
      form.reset(kept.values, { keepDefaultValues: true });
      setRestored(formatDateTime(savedAt, locale));
    },
  });

  const { touch } = draft;
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed, name }) => {
          if (name) touch({ values: typed, base: base.current.values, version: base.current.version });
        },
      }),
    [form, touch],
  );

  // Until the page's script is there the fields take no text: what was typed before would be lost.
  useEffect(() => setReady(true), []);

  // A link from the list of missing facts lands on the very field.
  useEffect(() => {
    if (!ready) return;
    const field = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    const control = field?.matches('input, select, textarea')
      ? field
      : field?.querySelector<HTMLElement>('input, select, textarea');
    control?.focus();
  }, [ready]);

  async function save(typed: FormValues) {
    setProblem(undefined);
    const body = toInput(typed, stored && base.current.values);
    const answer = stored
      ? await api<Saved>('PATCH', `/api/v1/compounds/${stored.id}`, {
          body,
          version: base.current.version,
          idempotencyKey: action.current,
        })
      : await api<Saved>('POST', '/api/v1/compounds', { body, idempotencyKey: action.current });
    action.current = newKey();
    if (answer.ok) return finish(answer.value);
    if (answer.problem.conflict) {
      const { theirs: other, version } = answer.problem.conflict;
      return setTheirs({ values: toForm(other as CompoundValues, keys), version });
    }
    showRefusal(answer.problem);
  }

  async function finish(saved: Saved) {
    await draft.drop();
    toast(stored ? t('saved', { name: saved.name }) : t('created', { name: saved.name, code: saved.code }));
    router.push(`/compounds/${saved.id}`);
    router.refresh();
  }

  function showRefusal(refusal: Problem) {
    setProblem(refusal);
    for (const { field, message } of refusal.reasons ?? []) {
      if (field) form.setError(field as 'name', { type: 'server', message }, { shouldFocus: true });
    }
  }

  async function resolve(takeTheirs: ReadonlySet<string>) {
    if (!theirs) return;
    const both = merged(form.getValues(), base.current.values, theirs.values, takeTheirs);
    base.current = theirs;
    form.reset(both, { keepDefaultValues: true });
    setTheirs(undefined);
    await save(both);
  }

  async function discard() {
    await draft.drop();
    window.location.reload();
  }

  const say = (key: string, value: string) => {
    const labels: Record<string, Record<string, Label>> = {
      ownershipKind: OWNERSHIP_LABELS,
      willingness: WILLINGNESS_LABELS,
    };
    const label = labels[key]?.[value] ?? (key.startsWith('facility-') ? CONDITION_LABELS[value as 'good'] : undefined);
    if (label) return labelIn(label, locale);
    if (isFact(key)) return value === '' ? t('tri.unknown') : t(`tri.${value as 'yes' | 'no'}`);
    const place = places.find(({ id }) => id === value);
    return place ? unitName(place, locale) : value;
  };
  const collisions = () => {
    if (!theirs) return [];
    const mine = form.getValues();
    const found = differencesOf(mine, base.current.values, theirs.values);
    const named = (key: string) => facilities.find((facility) => facility.key === key);
    return [
      ...found.plain.map((key) => ({
        key,
        label: t(`fields.${key}`),
        theirs: say(key, theirs.values[key]),
        mine: say(key, mine[key]),
      })),
      ...found.facilities.map((key) => ({
        key: `facility-${key}`,
        label: (locale === 'en' ? named(key)?.nameEn : named(key)?.name) ?? key,
        theirs: say(`facility-${key}`, theirs.values.facilities[key] ?? ''),
        mine: say(`facility-${key}`, mine.facilities[key] ?? ''),
      })),
    ];
  };

  const wrong = Object.keys(form.formState.errors).length;
  return (
    <form
      onSubmit={form.handleSubmit(save)}
      noValidate
      className="rounded-lg border border-line bg-surface px-5 pt-5 shadow-card"
    >
      {restored && (
        <div className="mb-5">
          <Banner
            tone="accent"
            title={t('draft.restored', { when: restored })}
            action={
              <Button size="sm" onClick={discard}>
                {t('draft.discard')}
              </Button>
            }
          />
        </div>
      )}
      <fieldset disabled={!ready} className="contents">
        <CompoundFields form={form} places={places} facilities={facilities} />
      </fieldset>
      {problem && (
        <div className="mb-4">
          <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />
        </div>
      )}
      <FormActions
        status={
          wrong > 0 ? (
            <span className="text-red-ink">{t('formErrors', { count: wrong })}</span>
          ) : (
            draft.status && <SaveState status={draft.status} />
          )
        }
      >
        <Button type="submit" variant="primary" busy={form.formState.isSubmitting} disabled={!ready}>
          {t(stored ? 'actions.save' : 'actions.create')}
        </Button>
        <LinkButton href={stored ? `/compounds/${stored.id}` : '/compounds'} variant="quiet">
          {t(stored ? 'actions.back' : 'actions.cancel')}
        </LinkButton>
      </FormActions>
      {theirs && (
        <ConflictDialog
          collisions={collisions()}
          busy={form.formState.isSubmitting}
          onResolve={resolve}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </form>
  );
}
