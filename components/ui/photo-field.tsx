'use client';

import { Camera, Images, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type ReactNode, useId, useState } from 'react';
import { buttonStyle } from './button-style';
import { FieldErrors } from './field-errors';
import { checkFiles, fileSize } from './file-check';
import { IconButton } from './icon-button';
import { useObjectUrl } from './use-object-url';

/** As the server takes them. */
const LIMITS = { types: ['.jpg', '.jpeg', '.png', '.webp'], maxBytes: 20 * 1024 * 1024 };
/** By type, not by ending: then a phone hands over what it keeps as HEIC as JPEG. */
const ACCEPT = 'image/jpeg,image/png,image/webp';

type Props = {
  label: string;
  hint?: string;
  errors?: readonly string[];
  file: File | undefined;
  onChange: (file: File | undefined) => void;
};

/** One photo: taken on the spot where there is a camera at hand, or chosen; shown at once. */
export function PhotoField({ label, hint, errors = [], file, onChange }: Props) {
  const t = useTranslations('ui');
  const [problems, setProblems] = useState<string[]>([]);
  const shown = useObjectUrl(file);

  function take(given: File | undefined) {
    if (!given) return;
    const checked = checkFiles([given], LIMITS);
    setProblems(checked.problems.map((problem) => t(`file.${problem.kind}`, problem.values as never)));
    if (checked.good[0]) onChange(checked.good[0]);
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium text-ink-2">
        {label}
        <span className="ml-1 font-normal text-ink-3">{t('optional')}</span>
      </legend>
      <div className="flex flex-wrap items-center gap-2">
        {shown && (
          // biome-ignore lint/performance/noImgElement: a picture of this device, shown from its own memory
          <img
            src={shown}
            alt={t('file.preview', { label })}
            className="size-16 rounded-md border border-line object-cover"
          />
        )}
        <span className="hidden pointer-coarse:contents">
          <Picker label={`${label} ${t('file.take')}`} icon={<Camera aria-hidden="true" />} camera onTake={take}>
            {t('file.take')}
          </Picker>
        </span>
        <Picker label={`${label} ${t('file.pick')}`} icon={<Images aria-hidden="true" />} onTake={take}>
          {t('file.pick')}
        </Picker>
        {file && (
          <IconButton label={t('file.remove', { name: label })} onClick={() => onChange(undefined)}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {file && (
        <p className="mt-1 text-xs break-all text-ink-3">
          {file.name} · {fileSize(file.size)}
        </p>
      )}
      {hint && <p className="mt-1 text-sm text-ink-3">{hint}</p>}
      <FieldErrors errors={[...problems, ...errors]} />
    </fieldset>
  );
}

type PickerProps = {
  label: string;
  icon: ReactNode;
  camera?: boolean;
  onTake: (file: File | undefined) => void;
  children: ReactNode;
};

function Picker({ label, icon, camera, onTake, children }: PickerProps) {
  const id = useId();
  function pick(event: ChangeEvent<HTMLInputElement>) {
    onTake(event.target.files?.[0]);
    // the same photo may be chosen again after it was taken out
    event.target.value = '';
  }
  return (
    <label
      htmlFor={id}
      className={buttonStyle('secondary', 'md', 'relative focus-within:outline-2 focus-within:outline-accent')}
    >
      {icon}
      {children}
      <input
        id={id}
        type="file"
        accept={ACCEPT}
        capture={camera ? 'environment' : undefined}
        aria-label={label}
        onChange={pick}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </label>
  );
}
