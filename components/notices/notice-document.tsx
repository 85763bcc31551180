import { PaperDocument } from '@/components/papers/paper-document';
import { type NoticeText, paperOf } from '@/lib/domain/notices/paper';

/** What a notice says, laid out as an official paper. */
export function NoticeDocument({ notice, heading }: { notice: NoticeText; heading: 'h1' | 'h2' }) {
  return <PaperDocument paper={paperOf(notice)} heading={heading} />;
}
