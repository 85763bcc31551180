'use client';

import { useState } from 'react';
import type { Problem } from './api';
import { uploadFile } from './upload';

/** Files that were chosen to be kept and then attached to something. */
export function useFiles(purpose: 'photo' | 'document') {
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem>();

  /** One after the other; what went well leaves the list, so that a second try sends the rest only. Answers how many went well. */
  async function send(attach: (fileId: string) => Promise<boolean>): Promise<number> {
    setBusy(true);
    setRefused(undefined);
    let sent = 0;
    for (const file of files) {
      const stored = await uploadFile(file, purpose);
      if (!stored.ok) setRefused(stored.problem);
      if (!stored.ok || !(await attach(stored.value.id))) break;
      sent += 1;
    }
    setBusy(false);
    setFiles(files.slice(sent));
    return sent;
  }

  return { files, setFiles, busy, refused, send };
}
