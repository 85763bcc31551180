'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import { labelIn } from '@/lib/domain/kernel/label';
import type { SiteRules } from '@/lib/domain/rulebook/schema-site';
import type { SurveyHome } from '@/lib/domain/satisfaction/answers';
import { WAY_LABELS } from '@/lib/domain/satisfaction/labels';
import { WAYS, type Way } from '@/lib/domain/satisfaction/types';
import { buildingsOf } from './buildings';

type Answers = SiteRules['satisfaction']['answers'];
type Props = { surveyId: string; homes: readonly SurveyHome[]; answers: Answers; mayRecord: boolean };

/** '1' is a unit's number and '东' its name. */
const unitWords = (unit: string, t: ReturnType<typeof useTranslations<'satisfaction'>>): string =>
  isBareUnit(unit) ? t('unit', { unit }) : unit;

/** One building at a time, its doors as large buttons; what a household says is chosen, read back, and recorded once. */
export function Recorder({ surveyId, homes, answers, mayRecord }: Props) {
  const t = useTranslations('satisfaction');
  const [first] = homes;
  const buildings = buildingsOf(homes);
  const [building, setBuilding] = useState(first?.buildingId ?? '');
  const [home, setHome] = useState<SurveyHome>();
  const [how, setHow] = useState<Way>('door');
  const shown = buildings.find(({ id }) => id === building) ?? buildings[0];
  return (
    <div className="space-y-4">
      <Field label={t('building')} className="max-w-sm">
        <Select
          value={shown?.id ?? ''}
          options={buildings.map(({ id, name, done, count }) => ({ value: id, label: `${name}（${done}/${count}）` }))}
          onChange={(event) => setBuilding(event.target.value)}
        />
      </Field>
      {shown?.units.map(({ unit, homes: doors }) => (
        <section key={unit}>
          {unit && <h3 className="mb-1.5 text-sm font-medium text-ink-2">{unitWords(unit, t)}</h3>}
          <ul className="grid grid-cols-3 gap-2 sm:grid-cols-6 xl:grid-cols-8">
            {doors.map((door) => (
              <li key={door.id}>
                <button
                  type="button"
                  disabled={door.how !== null || !mayRecord}
                  onClick={() => setHome(door)}
                  className={cn(
                    'min-h-12 w-full rounded-md border px-2 text-sm',
                    door.how === null
                      ? 'border-line bg-surface hover:border-control hover:bg-hover'
                      : 'border-accent-line bg-accent-soft text-accent-ink',
                  )}
                >
                  {door.room}
                  {door.how !== null && <span className="ml-1 text-xs">✓ {t('done')}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {home && (
        <AnswerDialog
          key={home.id}
          surveyId={surveyId}
          home={home}
          answers={answers}
          how={how}
          onHow={setHow}
          onClose={() => setHome(undefined)}
        />
      )}
    </div>
  );
}

type DialogProps = {
  surveyId: string;
  home: SurveyHome;
  answers: Answers;
  how: Way;
  onHow: (how: Way) => void;
  onClose: () => void;
};

function AnswerDialog({ surveyId, home, answers, how, onHow, onClose }: DialogProps) {
  const t = useTranslations('satisfaction');
  const locale = useLocale();
  const router = useRouter();
  const { act, busy, problem } = useAct<object>();
  const [answer, setAnswer] = useState('');
  const [words, setWords] = useState('');
  const chosen = answers.find(({ code }) => code === answer);
  const asksWhy = chosen !== undefined && !chosen.counts;
  const name = [home.buildingName, unitWords(home.unitNo, t), home.room].filter(Boolean).join(' ');

  async function save() {
    const body = { householdId: home.id, answer, how, ...(asksWhy && words.trim() ? { words } : {}) };
    const done = await act('POST', `/api/v1/satisfaction/${surveyId}/answers`, { body });
    // whatever was answered, the page shows who has answered
    router.refresh();
    if (!done) return;
    toast(t('saved'));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={name}
      actions={
        <>
          <Button variant="primary" busy={busy} disabled={!chosen} onClick={save}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <div className="space-y-4">
        {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
        <Field label={t('how')} group>
          <RadioGroup
            name="how"
            value={how}
            options={WAYS.map((value) => ({ value, label: labelIn(WAY_LABELS[value], locale) }))}
            onChange={(event) => onHow(event.target.value as Way)}
          />
        </Field>
        <Field label={t('answer')} group required>
          <div className="grid gap-2 sm:grid-cols-3">
            {answers.map((one) => (
              <button
                key={one.code}
                type="button"
                aria-pressed={answer === one.code}
                onClick={() => setAnswer(one.code)}
                className={cn(
                  'min-h-14 rounded-md border px-3 text-base font-medium',
                  answer === one.code
                    ? 'border-accent bg-accent-soft text-accent-ink'
                    : 'border-line hover:border-control hover:bg-hover',
                )}
              >
                {labelIn({ zh: one.name, en: one.nameEn }, locale)}
              </button>
            ))}
          </div>
        </Field>
        {asksWhy && (
          <Field label={t('words')} hint={t('wordsHint')}>
            <Textarea rows={2} maxLength={300} value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
        )}
        <p className="text-sm text-ink-3">{t('apart')}</p>
      </div>
    </Dialog>
  );
}
