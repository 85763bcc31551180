'use client';

import type { ReactNode } from 'react';
import { Banner } from './banner';
import { Button } from './button';
import { Dialog } from './dialog';
import { FileDrop } from './file-drop';

/** As the server takes them. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 10;

type Props = {
  title: string;
  hint: string;
  action: string;
  types: readonly string[];
  files: readonly File[];
  busy: boolean;
  refusal?: { title: string; lines: readonly string[] };
  /** what is said of all of them */
  children: ReactNode;
  onChange: (files: File[]) => void;
  onSend: () => void;
  onClose: () => void;
};

/** Several pictures or papers at once, with what holds for all of them. */
export function FilesDialog(props: Props) {
  const { title, hint, action, types, files, busy, refusal, children, onChange, onSend, onClose } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <Button variant="primary" busy={busy} disabled={files.length === 0} onClick={onSend}>
          {action}
        </Button>
      }
    >
      <FileDrop
        label={title}
        hint={hint}
        files={files}
        onChange={onChange}
        types={types}
        maxBytes={MOST_BYTES}
        maxFiles={MOST_FILES}
        multiple
      />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">{children}</div>
      {refusal && (
        <div className="mt-4">
          <Banner live tone="red" title={refusal.title} list={refusal.lines} />
        </div>
      )}
    </Dialog>
  );
}
