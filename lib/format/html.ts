const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : text;
}

/** Only `html` and `joined` make one: whatever stands in it was escaped on the way in. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
export type Html = Markup;

export type Piece = Html | string | number | null | undefined | false;

const written = (piece: Piece): string => {
  if (piece instanceof Markup) return piece.toString();
  return piece === null || piece === undefined || piece === false ? '' : escapeHtml(String(piece));
};

/** Markup with values in it: texts are escaped, markup stays, what is not there is left out. Attributes are written in quotes. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  let text = strings[0] ?? '';
  for (let at = 0; at < pieces.length; at++) text += written(pieces[at]) + strings[at + 1];
  return new Markup(text);
}

export const joined = (pieces: readonly Piece[]): Html => new Markup(pieces.map(written).join(''));

export const isHtml = (value: unknown): value is Html => value instanceof Markup;
