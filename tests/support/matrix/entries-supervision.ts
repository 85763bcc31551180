import type { Line, PageEntry } from './lines';

/** 督办 and 新闻信息: of whole counties, so for the bodies; a county never sees what another was told or filed. */
export const SUPERVISION_PAGES: Record<string, PageEntry> = {
  '/news': { may: 'news.read', narrowed: ['county', 'q'] },
  '/supervision': { may: 'supervision.read', narrowed: ['county', 'project', 'q'] },
  '/supervision/[id]': { may: 'supervision.read', of: 'GET /supervision/{id}' },
  '/supervision/new': { may: 'supervision.write', narrowed: ['county', 'project'] },
};

export const SUPERVISION_OPERATIONS: Record<string, Line> = {
  'GET /news': ['news.read', 'territory'],
  // its file is that of the office which uploaded it
  'POST /news': ['news.write', 'offices'],
  'GET /news/counts': ['news.read', 'territory'],
  'POST /news/{id}/withdraw': ['news.write', 'offices'],
  'GET /supervision': ['supervision.read', 'territory'],
  'POST /supervision': ['supervision.write', 'offices'],
  'GET /supervision/{id}': ['supervision.read', 'offices'],
  'POST /supervision/{id}/answer': ['supervision.answer', 'offices'],
  'POST /supervision/{id}/close': ['supervision.write', 'offices'],
  'GET /supervision/{id}/docx': ['supervision.read', 'offices'],
  'POST /supervision/{id}/prolong': ['supervision.write', 'offices'],
  'POST /supervision/{id}/remind': ['supervision.write', 'offices'],
  'POST /supervision/{id}/return': ['supervision.write', 'offices'],
  'POST /supervision/{id}/withdraw': ['supervision.write', 'offices'],
};
