import 'server-only';
import { Document, type FileChild, Packer } from 'docx';
import type { OfficialPaper } from '@/lib/domain/papers/types';
import { fontTable } from './fonts';
import { closing, opening, paragraphs } from './lines';
import { COMPACT_SETUP, COMPACT_STYLES, footers, PAGE_SETUP, STYLES } from './page-setup';
import { sameBytes } from './same-bytes';
import { paperTable } from './table';

/** The paper as a docx after GB/T 9704-2012; the same paper gives the same bytes. */
export async function officialDocx(paper: OfficialPaper): Promise<Buffer> {
  const children: FileChild[] = [
    ...opening(paper),
    ...paragraphs(paper.body, paper.tables.length + paper.attachments.length === 0),
    ...paper.tables.flatMap(paperTable),
    ...closing(paper),
  ];
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    description: paper.documentNo ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: paper.compact ? COMPACT_STYLES : STYLES,
    sections: [{ properties: paper.compact ? COMPACT_SETUP : PAGE_SETUP, footers: footers(), children }],
  });
  const packed = await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
  return sameBytes(packed);
}
