/** An official paper as it is laid out (GB/T 9704-2012): what it says, without how it looks. */
export interface OfficialPaper {
  issuer: string;
  documentNo: string | null;
  title: string;
  addressee: string | null;
  body: string[];
  tables: { caption?: string; head: string[]; rows: string[][] }[];
  attachments: string[];
  signed: string;
  date: string;
}
