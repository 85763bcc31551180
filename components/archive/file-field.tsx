'use client';

import { FileDrop } from '@/components/ui/file-drop';
import { FieldErrors } from './field-errors';

const LIMIT = 20 * 1024 * 1024;
/** As the server takes papers; scans are pictures. */
const TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png', '.webp'];
const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];

type Props = {
  label: string;
  hint: string;
  files: readonly File[];
  onChange: (files: File[]) => void;
  errors?: readonly string[];
  pictures?: boolean;
};

/** The one file of a paper, an opinion, a check. */
export function FileField({ label, hint, files, onChange, errors = [], pictures }: Props) {
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-2">{label}</p>
      <FileDrop
        label={label}
        hint={hint}
        files={files}
        onChange={onChange}
        types={pictures ? PICTURES : TYPES}
        maxBytes={LIMIT}
        maxFiles={1}
      />
      <FieldErrors errors={errors} />
    </div>
  );
}
