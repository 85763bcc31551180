'use client';

import { type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileDrop } from '@/components/ui/file-drop';
import { LinkButton } from '@/components/ui/link-button';
import { Spinner } from '@/components/ui/spinner';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { readFilledSheet } from '@/lib/client/filled-sheet';

const LIMIT = 5 * 1024 * 1024;

/** What a filled workbook comes to, before anything is written. */
interface Verdict {
  title: string;
  errors: number;
  /** how many things would be written */
  changes: number;
  confirm: string;
  note?: ReactNode;
}

type Props<Read> = {
  title?: string;
  template: { href: string; label: string };
  /** who may not fill in takes it away only */
  mayWrite?: boolean;
  words: Record<'file' | 'fileHint' | 'reading' | 'failed' | 'changed' | 'changedText', string>;
  /** where a filled workbook is read */
  path: string;
  verdict: (read: Read) => Verdict;
  /** writes it all; null: done */
  apply: (read: Read) => Promise<Problem | null>;
  /** what was found, and what would change */
  children: (read: Read) => ReactNode;
};

/** A workbook both ways: downloaded, filled, sent back; first what is wrong and what would change, then all of it or nothing. */
export function SheetExchange<Read>(props: Props<Read>) {
  const { title, template, mayWrite = true, words, path, verdict, apply, children } = props;
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<Problem>();

  async function take(next: File[]) {
    setFiles(next);
    setRead(undefined);
    setProblem(undefined);
    const [file] = next;
    if (!file) return;
    setBusy(true);
    const answer = await readFilledSheet<Read>(path, file);
    setBusy(false);
    if (answer.ok) setRead(answer.value);
    else setProblem(answer.problem);
  }

  async function confirm() {
    if (!read) return;
    setBusy(true);
    const refused = await apply(read);
    setBusy(false);
    setProblem(refused ?? undefined);
    if (refused) return;
    setRead(undefined);
    setFiles([]);
  }

  // what somebody has changed meanwhile is read anew, and the rest may be sent once more
  const hasChanged = problem?.status === 409;
  return (
    <div className="space-y-4">
      <Card title={title}>
        <div className="space-y-4">
          <LinkButton href={template.href} download>
            {template.label}
          </LinkButton>
          {mayWrite && (
            <FileDrop
              label={words.file}
              hint={words.fileHint}
              files={files}
              onChange={take}
              types={['.xlsx']}
              maxBytes={LIMIT}
            />
          )}
        </div>
      </Card>
      {busy && (
        <p role="status" className="flex items-center gap-2 text-sm text-ink-3">
          <Spinner /> {words.reading}
        </p>
      )}
      {problem && (
        <Banner tone="red" live title={hasChanged ? words.changed : words.failed}>
          {hasChanged ? words.changedText : sentencesOf(problem).join(' ')}
        </Banner>
      )}
      {read && !hasChanged && (
        <>
          <VerdictBanner of={verdict(read)} busy={busy} onConfirm={confirm} />
          {children(read)}
        </>
      )}
    </div>
  );
}

function VerdictBanner({ of, busy, onConfirm }: { of: Verdict; busy: boolean; onConfirm: () => void }) {
  const { title, errors, changes, confirm, note } = of;
  return (
    <Banner
      live
      tone={errors > 0 ? 'red' : 'green'}
      title={title}
      action={
        changes > 0 && (
          <Button variant="primary" busy={busy} disabled={errors > 0} onClick={onConfirm}>
            {confirm}
          </Button>
        )
      }
    >
      {note}
    </Banner>
  );
}
