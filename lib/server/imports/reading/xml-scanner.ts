import 'server-only';

export interface XmlEvents {
  /** Local name (without prefix); attributes are parsed only when asked for. */
  open: (name: string, attribute: (key: string) => string | undefined) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}

export class XmlFault extends Error {}

const LONGEST_TAG = 1024 * 1024;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and character references; a DOCTYPE, and with it every other entity, is refused by the scanner. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return ENTITIES[name] ?? whole;
  });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const patterns = new Map<string, RegExp>();
function patternOf(key: string): RegExp {
  let pattern = patterns.get(key);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(key, pattern);
  }
  return pattern;
}

function attributeReader(tag: string): (key: string) => string | undefined {
  return (key) => {
    const at = patternOf(key).exec(tag);
    const found = at?.[1] ?? at?.[2];
    return found === undefined ? undefined : unescapeXml(found);
  };
}

/** A pull of the XML that spreadsheets are made of, chunk by chunk, holding no more than one tag or one text at a time. */
export class XmlScanner {
  private rest = '';

  constructor(private readonly on: XmlEvents) {}

  feed(chunk: string): void {
    const text = this.rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      const end = this.endOfMarkup(text, open);
      if (end < 0) break;
      if (open > at) this.on.text(unescapeXml(text.slice(at, open)));
      this.markup(text, open, end);
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_TAG) throw new XmlFault('a tag or text without an end');
  }

  end(): void {
    if (this.rest.trim() !== '') throw new XmlFault('ends within a tag');
  }

  private endOfMarkup(text: string, open: number): number {
    const next = text.charCodeAt(open + 1);
    if (next === 33 /* ! */) {
      if (text.startsWith('<!--', open)) return after(text, '-->', open);
      if (text.startsWith('<![CDATA[', open)) return after(text, ']]>', open);
      if (text.length - open < 9) return -1;
      throw new XmlFault('DOCTYPE');
    }
    if (next === 63 /* ? */) return after(text, '?>', open);
    let close = text.indexOf('>', open);
    // A > may stand within an attribute's quotes.
    while (close >= 0 && !isBalanced(text, open, close)) close = text.indexOf('>', close + 1);
    return close < 0 ? -1 : close + 1;
  }

  private markup(text: string, open: number, end: number): void {
    const next = text.charCodeAt(open + 1);
    if (next === 63) return;
    if (next === 33) {
      if (text.startsWith('<![CDATA[', open)) this.on.text(text.slice(open + 9, end - 3));
      return;
    }
    if (next === 47 /* / */) {
      this.on.close(local(text.slice(open + 2, end - 1).trim()));
      return;
    }
    const empty = text.charCodeAt(end - 2) === 47;
    const tag = text.slice(open + 1, empty ? end - 2 : end - 1);
    const blank = tag.search(/\s/);
    const name = local(blank < 0 ? tag : tag.slice(0, blank));
    this.on.open(name, attributeReader(tag));
    if (empty) this.on.close(name);
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function isBalanced(text: string, open: number, close: number): boolean {
  let quote = 0;
  for (let at = open; at < close; at++) {
    const code = text.charCodeAt(at);
    if (quote === 0 && (code === 34 || code === 39)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote === 0;
}
