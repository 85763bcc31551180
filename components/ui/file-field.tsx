'use client';

import { FieldErrors } from './field-errors';
import { FileDrop } from './file-drop';

const LIMIT = 20 * 1024 * 1024;
const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];
/** As the server takes them. */
const TYPES = {
  paper: ['.pdf', '.docx', '.xlsx', ...PICTURES],
  scan: ['.pdf', '.docx', ...PICTURES],
  picture: PICTURES,
};

type Props = {
  label: string;
  hint: string;
  files: readonly File[];
  onChange: (files: File[]) => void;
  errors?: readonly string[];
  kind?: keyof typeof TYPES;
};

/** The one file of a paper, an opinion, a check. */
export function FileField({ label, hint, files, onChange, errors = [], kind = 'paper' }: Props) {
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-2">{label}</p>
      <FileDrop
        label={label}
        hint={hint}
        files={files}
        onChange={onChange}
        types={TYPES[kind]}
        maxBytes={LIMIT}
        maxFiles={1}
      />
      <FieldErrors errors={errors} />
    </div>
  );
}
