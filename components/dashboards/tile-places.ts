/** Where each unit lies on a sketch of 楚雄州, by code. A unit that is not named takes the next free place. */
const PLACES: Record<string, [column: number, row: number]> = {
  '532326': [2, 1],
  '532327': [3, 1],
  '532328': [4, 1],
  '532325': [2, 2],
  '532323': [3, 2],
  '532329': [4, 2],
  '532324': [1, 3],
  '532301': [2, 3],
  '532300-KFQ': [3, 3],
  '532302': [4, 3],
  '532331': [4, 3],
  '532322': [3, 4],
};

export function placeOf(code: string): { column: number; row: number } {
  const [column, row] = PLACES[code] ?? [0, 0];
  return { column, row };
}
