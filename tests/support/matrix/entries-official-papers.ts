import type { Line, PageEntry } from './lines';

/** 公文与表格: everybody finds those whose records they may open; each file by its own record's line. */
export const OFFICIAL_PAPER_PAGES: Record<string, PageEntry> = {
  '/papers': { may: 'signed-in', narrowed: ['county', 'q'] },
};

export const OFFICIAL_PAPER_OPERATIONS: Record<string, Line> = {
  'GET /applications/{id}/docx': ['application.read', 'territory'],
  'GET /official-papers': ['signed-in', 'territory'],
  // a summary names every project of the county
  'GET /progress/{month}/summary.docx': ['project.read', 'offices'],
};
