'use client';

import { FileText, Upload, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useRef, useState } from 'react';
import { cn } from './cn';
import { FieldErrors } from './field-errors';
import { checkFiles, type FileLimits, fileSize } from './file-check';
import { IconButton } from './icon-button';

type Props = FileLimits & {
  label: string;
  hint?: string;
  files: readonly File[];
  onChange: (files: File[]) => void;
  multiple?: boolean;
  disabled?: boolean;
  /** Opens the camera on a phone. */
  camera?: boolean;
};

export function FileDrop({ label, hint, files, onChange, multiple, disabled, camera, ...limits }: Props) {
  const t = useTranslations('ui.file');
  const [over, setOver] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  function take(given: FileList | null) {
    const chosen = Array.from(given ?? []);
    if (chosen.length === 0) return;
    const checked = checkFiles(multiple ? [...files, ...chosen] : chosen.slice(0, 1), limits);
    setProblems(checked.problems.map((problem) => t(problem.kind, problem.values as never)));
    onChange(checked.good);
    if (input.current) input.current.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  }

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button within does the same by keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'flex flex-col items-center gap-1 rounded-lg border border-dashed px-6 py-8 text-center text-sm transition-colors',
          over ? 'border-accent bg-accent-soft' : 'border-control bg-surface',
          disabled && 'opacity-60',
        )}
      >
        <Upload aria-hidden="true" className="mb-1 size-6 text-ink-3" />
        <p className="text-ink-2">
          {over ? (
            t('dropNow')
          ) : (
            <>
              <span className="pointer-coarse:hidden">{t('drop')} </span>
              <button
                type="button"
                disabled={disabled}
                aria-label={`${label}: ${t('choose')}`}
                aria-describedby={hint ? `${id}-hint` : undefined}
                onClick={() => input.current?.click()}
                className="min-h-6 rounded-sm font-medium text-accent-ink underline underline-offset-4 pointer-coarse:min-h-11"
              >
                {t('choose')}
              </button>
            </>
          )}
        </p>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-3">
            {hint}
          </p>
        )}
        <input
          ref={input}
          type="file"
          hidden
          multiple={multiple}
          accept={limits.types.join(',')}
          capture={camera ? 'environment' : undefined}
          onChange={(event) => take(event.target.files)}
        />
      </div>
      <FieldErrors errors={problems} />
      {files.length > 0 && (
        <ul className="mt-2 divide-y divide-line rounded-md border border-line text-sm">
          {files.map((file) => (
            <li key={`${file.name}-${file.size}`} className="flex items-center gap-2.5 py-1 pr-1 pl-3">
              <FileText aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
              <span className="min-w-0 grow">{file.name}</span>
              <span className="shrink-0 text-ink-3">{fileSize(file.size)}</span>
              <IconButton
                label={t('remove', { name: file.name })}
                size="sm"
                disabled={disabled}
                onClick={() => onChange(files.filter((one) => one !== file))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
