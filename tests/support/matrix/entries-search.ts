import type { Line } from './lines';

/** 搜索: everybody may ask; what is found is what the asker may open, group by group (tests/integration/search). */
export const SEARCH_OPERATIONS: Record<string, Line> = {
  'GET /search': ['signed-in', 'territory'],
};
