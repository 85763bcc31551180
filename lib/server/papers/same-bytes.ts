import 'server-only';
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** A zip says when each of its files was put in. The first day a zip can say, in the machine's own time: zips know no other. */
export const ZIP_DAY = new Date(1980, 0, 1);
/** core.xml must say some day; the paper's own date stands on the paper. The day the standard came into force. */
const CREATED = '2012-07-01T00:00:00Z';

type Edit = (xml: string) => string;
const EDITS: Record<string, Edit> = {
  'docProps/core.xml': (xml) =>
    xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${CREATED}$3`),
  // A page is 22 lines whatever they are the last of, and there is no quarter of a sign between Chinese and figures: 28 signs are 28. No options of the package.
  'word/styles.xml': (xml) =>
    xml.replace(
      /(<w:style [^>]*w:styleId="Normal".*?<w:qFormat\/>)/s,
      '$1<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>',
    ),
};

/** The same paper is the same bytes, today and in ten years: nothing in the file says when it was made. */
export function sameBytes(packed: Uint8Array): Buffer {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(packed))) {
    const edit = EDITS[path];
    files[path] = edit ? new TextEncoder().encode(edit(new TextDecoder().decode(bytes))) : bytes;
  }
  return Buffer.from(zipSync(files, { mtime: ZIP_DAY, level: 6 }));
}
