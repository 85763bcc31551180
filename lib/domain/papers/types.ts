/** What stands on an official paper (公文), whatever it is printed as. Texts are as they are to be read: masked names, written dates. */
export interface OfficialPaper {
  /** 发文机关 */
  issuer: string;
  /** a brief of one page: no name of who issues over a red line, signs of 4号 and closer lines (GB/T 9704-2012 5.2.3: 特定情况可以作适当调整) */
  compact?: true;
  /** 发文字号, 楚建发〔2020〕1号 */
  documentNo: string | null;
  title: string;
  /** 主送机关, or those it is addressed to; null where it is addressed to everyone */
  addressee: string | null;
  /** Paragraphs. One that begins with 一、 or （一） is set as a heading up to its first full stop. */
  body: string[];
  tables: PaperTable[];
  /** Names of the annexes, in order. */
  attachments: string[];
  /** 发文机关署名 */
  signed: string;
  /** 成文日期, 2020年6月30日 */
  date: string;
}

export interface PaperTable {
  caption?: string;
  head: string[];
  rows: string[][];
  /** the first column names groups: an empty cell there belongs to the one above it */
  grouped?: boolean;
  /** each row is something by itself, named in its first cell: on a phone it is a card */
  cards?: boolean;
  /** its lines stand closer, so that one page holds it */
  dense?: boolean;
}
