/** A title of 2号 has room for 20 signs in a line. */
const ROOM = 20;

const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign <= '\u00ff' ? 0.5 : 1), 0);

/** Where a title may be broken without tearing a word: best after 的 and marks, before what opens. */
const GOOD = /(?:[的、，）》”和及与局]|年度|小区|社区|政府|委员会|办公室)$/;
const OPENS = /^[《（“]|^关于/;
const TORN = /[0-9A-Za-z.第]$/;
const GOES_ON = /^[0-9A-Za-z.，。、；：）》”的号栋年度]/;

/**
 * The lines of a title (GB/T 9704-2012, 7.3.1: whole words, evenly long). A title that brings its own line breaks keeps them;
 * a longer one is broken where it reads best near its middle.
 */
export function titleLines(title: string): string[] {
  return title.split('\n').flatMap((line) => (widthOf(line) > ROOM ? broken(line) : [line]));
}

function broken(title: string): string[] {
  const count = Math.ceil(widthOf(title) / ROOM);
  const fitting = breaksOf(title).filter((at) => {
    const first = widthOf(title.slice(0, at));
    return first <= ROOM && widthOf(title.slice(at)) <= ROOM * (count - 1);
  });
  const ideal = widthOf(title) / count;
  const cost = (at: number) => Math.abs(widthOf(title.slice(0, at)) - ideal) + badness(title, at);
  const best = fitting.reduce<number | null>((kept, at) => (kept === null || cost(at) < cost(kept) ? at : kept), null);
  if (best === null) return [title];
  return [title.slice(0, best), ...titleLines(title.slice(best))];
}

const breaksOf = (title: string): number[] =>
  Array.from({ length: Math.max(title.length - 1, 0) }, (_, at) => at + 1).filter(
    (at) => !/[\udc00-\udfff]/.test(title[at] ?? ''),
  );

function badness(title: string, at: number): number {
  const [before, after] = [title.slice(0, at), title.slice(at)];
  if (GOES_ON.test(after) || TORN.test(before)) return 16;
  return GOOD.test(before) || OPENS.test(after) ? 0 : 8;
}
