import { Paperclip } from 'lucide-react';
import { fileSize } from './file-check';
import { TextLink } from './text-link';

type Props = { file: { id: string; name: string; size?: number } | null };

/** A file by its name, where it is there and this person may read it. */
export function FileLink({ file }: Props) {
  if (!file) return null;
  return (
    <span className="inline-flex items-center gap-1">
      <Paperclip aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <TextLink href={`/api/v1/files/${file.id}`} target="_blank">
        {file.name}
      </TextLink>
      {file.size !== undefined && <span className="whitespace-nowrap text-ink-3">{fileSize(file.size)}</span>}
    </span>
  );
}
