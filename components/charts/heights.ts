export const chartHeight = 'h-64';

/** Room for so many bars, one below the other. Classes, not numbers: a style attribute would be refused by the CSP. */
const steps: [number, string][] = [
  [2, 'h-24'],
  [4, 'h-40'],
  [6, 'h-56'],
  [8, 'h-72'],
  [10, 'h-80'],
  [12, 'h-96'],
  [16, 'h-[30rem]'],
  [24, 'h-[44rem]'],
];

export function heightOfRows(rows: number): string {
  return steps.find(([most]) => rows <= most)?.[1] ?? 'h-[60rem]';
}
