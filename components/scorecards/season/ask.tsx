'use client';

import type { ReactElement } from 'react';
import { saidOrNull } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { FieldErrors } from '@/components/ui/field-errors';
import { FileDrop } from '@/components/ui/file-drop';
import { FileField } from '@/components/ui/file-field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { type Uploads, useUploads } from '@/lib/client/use-uploads';
import { useSeasonWords } from './season-words';

/** Places of the photos of one form. */
const SLOTS = ['photo1', 'photo2', 'photo3', 'photo4', 'photo5', 'photo6'];

export interface Question {
  name: string;
  label: string;
  kind: 'points' | 'text' | 'words' | 'date' | 'radio' | 'select' | 'file' | 'pictures';
  hint?: string;
  required?: boolean;
  initial?: string | null;
  options?: { value: string; label: string }[];
  rows?: number;
}

type Props = {
  title: string;
  lead?: string;
  trigger: ReactElement;
  action: string;
  method?: 'POST' | 'PUT';
  path: string;
  version?: number;
  done: string;
  questions: readonly Question[];
  /** from what was said to what is sent; nothing: as it was said, null for nothing */
  body?: (said: Record<string, string | null>) => object;
  wide?: boolean;
};

type Wiring = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean; 'aria-required'?: boolean };

/** The control of a question; `wiring` is what its Field gives it. */
function Answer({ question, ...wiring }: { question: Question } & Wiring) {
  const { name, kind, initial, options = [], rows = 3 } = question;
  const given = { name, defaultValue: initial ?? undefined, ...wiring };
  switch (kind) {
    case 'words':
      return <Textarea {...given} rows={rows} />;
    case 'date':
      return <Input {...given} type="date" />;
    case 'radio':
      return <RadioGroup {...given} options={options} layout="column" />;
    case 'select':
      return <Select {...given} options={options} />;
    default:
      return <Input {...given} inputMode={kind === 'points' ? 'decimal' : undefined} autoComplete="off" />;
  }
}

/** Several photos, each kept as a file of its own. */
function Pictures({ label, uploads, errors }: { label: string; uploads: Uploads; errors: string[] }) {
  const { t } = useSeasonWords();
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-2">{label}</p>
      <FileDrop
        label={label}
        hint={t('form.photosHint')}
        files={Object.values(uploads.chosen)}
        onChange={(files) => {
          for (const [at, slot] of SLOTS.entries()) uploads.choose(slot, files[at]);
        }}
        types={['.jpg', '.jpeg', '.png', '.webp']}
        maxBytes={20 * 1024 * 1024}
        maxFiles={SLOTS.length}
      />
      <FieldErrors errors={errors} />
    </div>
  );
}

/** One thing done in a season: a few questions, refusals at their field. */
export function Ask({ questions, body, lead, method = 'POST', ...dialog }: Props) {
  const { t } = useSeasonWords();
  const uploads = useUploads();
  const asked = questions.filter(({ kind }) => kind !== 'file' && kind !== 'pictures');
  const pictures = questions.find(({ kind }) => kind === 'pictures')?.name;
  const said = (form: FormData) => Object.fromEntries(asked.map(({ name }) => [name, saidOrNull(form, name)]));
  return (
    <SendDialog
      {...dialog}
      method={method}
      body={(form) => (body ? body(said(form)) : said(form))}
      fields={questions.map(({ name }) => name)}
      uploads={questions.length > asked.length ? uploads : undefined}
      filed={pictures ? (ids) => ({ [pictures]: Object.values(ids) }) : undefined}
    >
      {(errors) => (
        <>
          {lead && <p className="text-sm text-ink-2">{lead}</p>}
          {questions.map((question) => {
            const { name, label, kind, hint, required } = question;
            if (kind === 'file')
              return (
                <FileField
                  key={name}
                  label={label}
                  hint={hint ?? t('form.fileHint')}
                  files={uploads.chosen[name] ? [uploads.chosen[name]] : []}
                  onChange={([file]) => uploads.choose(name, file)}
                  errors={errors(name)}
                />
              );
            if (kind === 'pictures')
              return <Pictures key={name} label={label} uploads={uploads} errors={errors(name)} />;
            return (
              <Field
                key={name}
                label={label}
                hint={hint}
                error={errors(name)}
                required={required}
                optional={!required}
                group={kind === 'radio'}
              >
                <Answer question={question} />
              </Field>
            );
          })}
        </>
      )}
    </SendDialog>
  );
}
