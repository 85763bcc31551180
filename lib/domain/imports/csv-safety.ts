/** What a spreadsheet would take for a formula at the start of a csv field; a leading apostrophe too, so that the prefix can be taken off again. */
const RISKY = /^[=+\-@＝＋－＠\t\r\n']/;
const PREFIXED = /^'(?=[=+\-@＝＋－＠\t\r\n'])/;

/** A text field for csv: prefixed with ' where a spreadsheet would run it. */
export function protectCsv(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Takes the prefix off: unprotectCsv(protectCsv(x)) is x for every text. */
export function unprotectCsv(text: string): string {
  return text.replace(PREFIXED, '');
}
