import { Thumbnail } from './thumbnail';

/** A photo in small with what it shows; it opens in full. */
export function PhotoLink({ id, caption, alt }: { id: string; caption: string; alt: string }) {
  return (
    <a
      href={`/api/v1/files/${id}?inline=1`}
      target="_blank"
      rel="noopener"
      className="group/photo block w-24 shrink-0 overflow-hidden rounded-md border border-line bg-sunken text-center text-xs text-ink-2"
    >
      <Thumbnail file={{ id, width: 96, height: 72 }} alt={alt} />
      <span className="block py-0.5" aria-hidden="true">
        {caption}
      </span>
    </a>
  );
}
