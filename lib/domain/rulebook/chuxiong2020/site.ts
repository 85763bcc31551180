import { checklists } from './checklists';
import { complaints, satisfaction } from './complaints';
import { news } from './news';

/** What happens on site and how it is watched, where P三(三)8 and P四(三)4 are silent. */
export const site = {
  forecast: { recentMonths: 3, rangeMonths: 6, clause: '决定/竣工预测' },
  news,
  redLight: { clause: '决定/红灯' },
  complaints,
  satisfaction,
  checklists,
};
