import { Paperclip } from 'lucide-react';
import { TextLink } from '@/components/ui/text-link';

/** The file of a paper, where it is there and this person may read it. */
export function FileLink({ file }: { file: { id: string; name: string } | null }) {
  if (!file) return null;
  return (
    <span className="inline-flex items-center gap-1">
      <Paperclip aria-hidden="true" className="size-3.5 text-ink-3" />
      <TextLink href={`/api/v1/files/${file.id}`} target="_blank">
        {file.name}
      </TextLink>
    </span>
  );
}
