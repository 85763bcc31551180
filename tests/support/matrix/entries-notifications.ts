import type { Line, PageEntry } from './lines';

/** 消息: one's own and nobody else's, whatever else one administers. */
export const NOTIFICATION_PAGES: Record<string, PageEntry> = {
  '/notifications': { may: 'signed-in' },
};

export const NOTIFICATION_OPERATIONS: Record<string, Line> = {
  'GET /notifications': ['signed-in', 'own'],
  'POST /notifications/read': ['signed-in', 'own'],
  'POST /notifications/{id}/read': ['signed-in', 'own'],
};
