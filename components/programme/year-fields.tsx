'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { fieldErrors, type Problem } from '@/lib/client/api';
import type { YearAnswer } from '@/lib/domain/programme/answers';
import { ProblemBanner } from './problem-banner';
import { WeightFields } from './weight-fields';

export interface YearValues {
  year: string;
  rulebookId: string;
  campaignId: string;
  targetShare: string;
  startBy: string;
  completeBy: string;
  reportDay: string;
  /** '': as the rule book names */
  voteTest: string;
  /** '40 40 20': condition, willingness, mechanism; '': as the rule book weighs */
  rankingWeights: string;
  current: boolean;
}

/** What the rule book lays down for a year, offered to be filled in. */
export interface YearSuggestion {
  year: number;
  targetShare: number;
  startBy: string;
  completeBy: string;
  reportDay: number;
}

export interface YearChoices {
  rulebooks: {
    id: string;
    label: string;
    years: YearSuggestion[];
    tests: { code: string; name: string; nameEn: string }[];
  }[];
  campaigns: { id: string; name: string }[];
  nextYear: number;
}

export const emptyYear = ({ rulebooks, nextYear }: YearChoices): YearValues => ({
  year: String(nextYear),
  rulebookId: rulebooks[0]?.id ?? '',
  campaignId: '',
  targetShare: '',
  startBy: '',
  completeBy: '',
  reportDay: '5',
  voteTest: '',
  rankingWeights: '',
  current: false,
});

const weightsText = (weights: YearAnswer['rankingWeights']) =>
  weights ? `${weights.condition} ${weights.willingness} ${weights.mechanism}` : '';

export const valuesOf = (year: YearAnswer): YearValues => ({
  year: String(year.year),
  rulebookId: year.rulebook.id,
  campaignId: year.campaign?.id ?? '',
  targetShare: String(year.targetShare),
  startBy: year.startBy,
  completeBy: year.completeBy,
  reportDay: String(year.reportDay),
  voteTest: year.voteTest?.code ?? '',
  rankingWeights: weightsText(year.rankingWeights),
  current: year.current,
});

const NAMED = [
  'year',
  'rulebookId',
  'campaignId',
  'targetShare',
  'startBy',
  'completeBy',
  'reportDay',
  'voteTest',
  'rankingWeights',
  'current',
];

type Props = {
  values: YearValues;
  onChange: (values: YearValues) => void;
  choices: YearChoices;
  isNew: boolean;
  problem: Problem | undefined;
};

export function YearFields({ values, onChange, choices, isNew, problem }: Props) {
  const t = useTranslations('programme.form');
  const locale = useLocale();
  const tests = choices.rulebooks.find(({ id }) => id === values.rulebookId)?.tests ?? [];
  const set = (change: Partial<YearValues>) => onChange({ ...values, ...change });
  const errors = (field: string) => fieldErrors(problem, field);
  const suggestion = choices.rulebooks
    .find(({ id }) => id === values.rulebookId)
    ?.years.find(({ year }) => String(year) === values.year);
  const text = (field: 'year' | 'targetShare' | 'startBy' | 'completeBy' | 'reportDay', type: 'number' | 'date') => (
    <Input
      type={type}
      inputMode={type === 'number' ? 'numeric' : undefined}
      value={values[field]}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  return (
    <>
      <ProblemBanner problem={problem} fields={NAMED} />
      {isNew && (
        <>
          <Field label={t('year')} error={errors('year')} required>
            {text('year', 'number')}
          </Field>
          <Field label={t('rulebook')} hint={t('rulebookHint')} error={errors('rulebookId')} required>
            <Select
              value={values.rulebookId}
              onChange={(event) => set({ rulebookId: event.target.value })}
              options={choices.rulebooks.map(({ id, label }) => ({ value: id, label }))}
            />
          </Field>
          {suggestion && <Suggestion suggestion={suggestion} onTake={set} label={t('fromRulebook')} />}
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('startBy')} error={errors('startBy')} required>
          {text('startBy', 'date')}
        </Field>
        <Field label={t('completeBy')} error={errors('completeBy')} required>
          {text('completeBy', 'date')}
        </Field>
        <Field label={t('targetShare')} hint={t('targetShareHint')} error={errors('targetShare')} required>
          {text('targetShare', 'number')}
        </Field>
        <Field label={t('reportDay')} error={errors('reportDay')} required>
          {text('reportDay', 'number')}
        </Field>
      </div>
      <Field label={t('campaign')} error={errors('campaignId')} optional>
        <Select
          placeholder={t('campaignNone')}
          value={values.campaignId}
          onChange={(event) => set({ campaignId: event.target.value })}
          options={choices.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field label={t('voteTest')} hint={t('voteTestHint')} error={errors('voteTest')} optional>
        <Select
          placeholder={t('voteTestOfBook')}
          value={values.voteTest}
          onChange={(event) => set({ voteTest: event.target.value })}
          options={tests.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : name }))}
        />
      </Field>
      <WeightFields
        value={values.rankingWeights}
        onChange={(rankingWeights) => set({ rankingWeights })}
        errors={errors('rankingWeights')}
      />
      <Checkbox
        label={t('current')}
        hint={t('currentHint')}
        checked={values.current}
        onChange={(event) => set({ current: event.target.checked })}
      />
      {errors('current').map((line) => (
        <p key={line} className="text-sm text-red-ink">
          {line}
        </p>
      ))}
    </>
  );
}

type SuggestionProps = { suggestion: YearSuggestion; onTake: (change: Partial<YearValues>) => void; label: string };

function Suggestion({ suggestion, onTake, label }: SuggestionProps) {
  const { targetShare, startBy, completeBy, reportDay } = suggestion;
  return (
    <Button
      size="sm"
      onClick={() => onTake({ targetShare: String(targetShare), startBy, completeBy, reportDay: String(reportDay) })}
    >
      {label}
    </Button>
  );
}
