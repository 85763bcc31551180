'use client';

import { useRef, useState } from 'react';
import type { Problem } from './api';
import { uploadFile } from './upload';

export interface Uploads {
  chosen: Readonly<Record<string, File>>;
  choose: (field: string, file: File | undefined) => void;
  /** bytes that went up and all bytes, while they do */
  progress: { done: number; total: number } | undefined;
  /** which file could not be kept, and why */
  failed: { name: string; problem: Problem } | undefined;
  /** Keeps what was chosen. Answers the ids by field; null where one could not be kept. */
  keep: () => Promise<Record<string, string> | null>;
  clear: () => void;
}

/** The files of a form, by field. Each goes up once: a form that is refused or cut off is sent again with the same ids. */
export function useUploads(): Uploads {
  const [chosen, setChosen] = useState<Readonly<Record<string, File>>>({});
  const [progress, setProgress] = useState<Uploads['progress']>();
  const [failed, setFailed] = useState<Uploads['failed']>();
  const kept = useRef(new WeakMap<File, string>());

  function choose(field: string, file: File | undefined) {
    setChosen(({ [field]: _former, ...others }) => (file ? { ...others, [field]: file } : others));
    setFailed(undefined);
  }

  /** Answers whether all are kept. */
  async function send(files: readonly File[]): Promise<boolean> {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    for (const file of files) {
      const upTo = (sent: number) => setProgress({ done: before + Math.min(sent, file.size), total });
      upTo(0);
      const stored = await uploadFile(file, file.type.startsWith('image/') ? 'photo' : 'document', upTo);
      if (!stored.ok) {
        setFailed({ name: file.name, problem: stored.problem });
        return false;
      }
      kept.current.set(file, stored.value.id);
      before += file.size;
    }
    return true;
  }

  async function keep() {
    setFailed(undefined);
    const fields = Object.entries(chosen);
    const isKept = await send(fields.map(([, file]) => file).filter((file) => !kept.current.has(file)));
    setProgress(undefined);
    return isKept ? Object.fromEntries(fields.map(([field, file]) => [field, kept.current.get(file) ?? ''])) : null;
  }

  function clear() {
    setChosen({});
    setFailed(undefined);
  }

  return { chosen, choose, progress, failed, keep, clear };
}
