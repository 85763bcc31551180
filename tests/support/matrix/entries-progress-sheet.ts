import type { Line } from './lines';

/** The workbook of a month and the summary on paper. */
export const PROGRESS_SHEET_OPERATIONS: Record<string, Line> = {
  // a summary names every project of the county
  'GET /progress/{month}/summary.xlsx': ['project.read', 'offices'],
  'POST /progress/{month}/workbook': ['progress.write', 'territory'],
  'GET /progress/{month}/workbook.xlsx': ['project.read', 'territory'],
  'POST /progress/{month}/workbook/apply': ['progress.write', 'territory'],
};
