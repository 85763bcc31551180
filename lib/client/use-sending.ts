'use client';

import { useState } from 'react';
import type { Problem } from './api';
import { uploadFile } from './upload';
import { useAct } from './use-act';

interface What {
  body?: Record<string, unknown>;
  version?: number;
}

const isPicture = (file: File) => file.type.startsWith('image/');

/** A dialog that sends one thing, perhaps with a file that is kept first. `onClash`: somebody else was first. */
export function useSending(onClash: () => void) {
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const [uploading, setUploading] = useState(false);
  const [unsent, setUnsent] = useState<Problem>();
  const { act, busy, problem, forget } = useAct<unknown>(onClash);

  function show(next: boolean) {
    setOpen(next);
    setFiles([]);
    setUnsent(undefined);
    forget();
  }

  /** The id of the file that was chosen; undefined where none was; null where it could not be kept. */
  async function kept(): Promise<string | null | undefined> {
    const [file] = files;
    if (!file) return undefined;
    setUploading(true);
    const stored = await uploadFile(file, isPicture(file) ? 'photo' : 'document');
    setUploading(false);
    setUnsent(stored.ok ? undefined : stored.problem);
    return stored.ok ? stored.value.id : null;
  }

  /** With the chosen file as `as` in the body. Answers whether it went well; then the dialog is closed. */
  async function send(method: 'POST' | 'PUT' | 'PATCH', path: string, what: What, as?: string): Promise<boolean> {
    const fileId = as ? await kept() : undefined;
    if (fileId === null) return false;
    const body = as && fileId ? { ...what.body, [as]: fileId } : what.body;
    if (!(await act(method, path, { ...what, body }))) return false;
    show(false);
    return true;
  }

  return { open, show, files, setFiles, busy: busy || uploading, problem: unsent ?? problem, send };
}

/** What was typed, without what was left empty. */
export const typed = (form: FormData, ...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = String(form.get(name) ?? '').trim();
      return value ? [[name, value]] : [];
    }),
  );
