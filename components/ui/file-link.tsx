import { Paperclip } from 'lucide-react';
import { fileSize } from './file-check';
import { TextLink } from './text-link';

type Props = { file: { id: string; name: string; size?: number } | null };

/** A file by its name, where it is there and this person may read it. */
export function FileLink({ file }: Props) {
  if (!file) return null;
  return (
    <span>
      <Paperclip aria-hidden="true" className="mr-1 inline size-3.5 text-ink-3" />
      <TextLink href={`/api/v1/files/${file.id}`} target="_blank">
        {file.name}
      </TextLink>
      {file.size !== undefined && <span className="ml-1 whitespace-nowrap text-ink-3">{fileSize(file.size)}</span>}
    </span>
  );
}
