'use client';

import { FilePlus, FileText, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { fileSize } from '@/components/ui/file-check';
import { IconButton } from '@/components/ui/icon-button';
import { useLate } from '@/components/ui/use-late';
import type { CompoundFile } from '@/lib/domain/compounds/answers';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { ADD_FILES, RETIRE_FILE } from './late-dialogs';

type Props = { compoundId: string; documents: readonly CompoundFile[]; mayAdd: boolean };

export function DocumentsSection({ compoundId, documents, mayAdd }: Props) {
  const t = useTranslations('compounds.documents');
  const sections = useTranslations('compounds.sections');
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<CompoundFile>();
  const AddFiles = useLate(ADD_FILES, adding, () => setAdding(false));
  const RetireFile = useLate(RETIRE_FILE, leaving !== undefined, () => setLeaving(undefined));
  const add = mayAdd && (
    <Button size="sm" icon={<FilePlus aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Card id="documents" title={sections('documents')} action={documents.length > 0 && add}>
      {documents.length === 0 && <EmptyState icon={<FileText aria-hidden="true" />} title={t('empty')} action={add} />}
      {documents.length > 0 && (
        <ul className="divide-y divide-line">
          {documents.map((document) => (
            <DocumentLine
              key={document.id}
              document={document}
              onRetire={mayAdd ? () => setLeaving(document) : undefined}
            />
          ))}
        </ul>
      )}
      {AddFiles && <AddFiles compoundId={compoundId} kind="document" onClose={() => setAdding(false)} />}
      {RetireFile && leaving && (
        <RetireFile compoundId={compoundId} file={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </Card>
  );
}

function DocumentLine({ document, onRetire }: { document: CompoundFile; onRetire?: () => void }) {
  const t = useTranslations('compounds.documents');
  const locale = useLocale();
  const { file, caption, takenOn, createdAt, createdBy } = document;
  const facts = [
    caption && file.name,
    fileSize(file.size),
    takenOn && t('dated', { day: formatDate(takenOn as CalendarDate, locale) }),
    t('added', { when: formatDateTime(new Date(createdAt), locale) }),
    createdBy,
  ];
  return (
    <li className="flex items-start gap-2 py-2 first:pt-0 last:pb-0">
      <FileText aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 grow text-sm">
        <a
          href={`/api/v1/files/${file.id}`}
          download
          title={t('download')}
          className="break-words text-accent-ink underline decoration-accent-line underline-offset-4 hover:decoration-accent"
        >
          {caption ?? file.name}
        </a>
        <span className="block break-words text-xs text-ink-3">{facts.filter(Boolean).join(' · ')}</span>
      </div>
      {onRetire && (
        <IconButton label={t('retireOf', { name: caption ?? file.name })} size="sm" onClick={onRetire}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
