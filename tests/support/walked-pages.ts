import type { PERSONAS } from './personas';

/** What an address names: where such a thing is found stands in tests/e2e/steps/walked.ts. */
export type Subject =
  | 'annualPlan'
  | 'bankStatement'
  | 'batch'
  | 'campaign'
  | 'complaint'
  | 'complaintCode'
  | 'compound'
  | 'county'
  | 'criterion'
  | 'entry'
  | 'feasibility'
  | 'household'
  | 'import'
  | 'inspection'
  | 'laterPlan'
  | 'maintained'
  | 'notice'
  | 'officer'
  | 'openPlan'
  | 'payment'
  | 'printed'
  | 'printedBatch'
  | 'project'
  | 'publicNotice'
  | 'receiptCode'
  | 'report'
  | 'reportMonth'
  | 'round'
  | 'supervision'
  | 'survey'
  | 'surveyed'
  | 'heard'
  | 'finished';

export interface WalkedPage {
  /** Who opens it; nobody: without an account. */
  as: keyof typeof PERSONAS | 'nobody';
  /** What stands in the places of the address, in their order. */
  of?: readonly Subject[];
  /** What else the address says: a `{subject}` in it is found as well. */
  query?: string;
}

const clerk = (...of: Subject[]): WalkedPage => ({ as: 'lufengClerk', of });
const bureau = (...of: Subject[]): WalkedPage => ({ as: 'prefectureBureau', of });
const leader = (...of: Subject[]): WalkedPage => ({ as: 'prefectureLeader', of });
const money = (...of: Subject[]): WalkedPage => ({ as: 'lufengFinance', of });
const officer = (...of: Subject[]): WalkedPage => ({ as: 'lufengCommunity', of });
const resident = (...of: Subject[]): WalkedPage => ({ as: 'nobody', of });

/**
 * Every page of the application, opened by the person who finds most to do there: tests/e2e/every-page.spec.ts asks axe
 * about each in both languages, and goes through each with the Tab key. A page without a line here fails `npm test`
 * (tests/unit/house/walked-pages.test.ts).
 */
export const WALKED: Readonly<Record<string, WalkedPage>> = {
  '/login': resident(),
  '/certificate': resident(),
  '/gongshi': resident(),
  '/gongshi/[id]': resident('publicNotice'),
  '/receipt': resident(),
  '/receipt/[code]': resident('receiptCode'),
  '/residents': resident(),
  '/tousu': resident(),
  '/tousu/[code]': resident('complaintCode'),

  '/field': officer(),
  '/password': officer(),
  '/votes/[id]/doors': officer('round'),
  '/votes/[id]/grid': officer('round'),
  '/votes/[id]/sheet': officer('round'),

  '/overview': leader(),
  '/overview/brief': leader(),
  '/overview/rows': leader(),
  '/scorecards': leader(),
  '/watch': leader(),

  '/annual-plans': bureau(),
  '/annual-plans/[id]': bureau('annualPlan'),
  '/applications': bureau(),
  '/feasibility/[id]': bureau('feasibility'),
  '/funds': bureau(),
  '/funds/batches': bureau(),
  '/funds/batches/[id]': bureau('batch'),
  '/funds/watch': bureau(),
  '/operations': bureau(),
  '/programme': bureau(),
  '/programme/campaigns/[id]': bureau('campaign'),
  '/progress': bureau(),
  '/scorecards/[id]/season': bureau('county'),
  '/scorecards/deliberation': bureau(),
  '/scorecards/result': bureau(),
  '/statistics': bureau(),
  '/supervision': bureau(),
  '/supervision/[id]': bureau('supervision'),
  '/supervision/new': { as: 'prefectureBureau', query: '?county={county}' },
  '/units': bureau(),
  '/units/[id]': bureau('county'),
  '/units/new': bureau(),
  '/users': bureau(),

  '/funds/entries': money(),
  '/funds/entries/[id]': money('entry'),
  '/funds/imports': money(),
  '/funds/imports/[id]': money('bankStatement'),
  '/funds/payments': money(),
  '/funds/pool': money(),
  '/projects/[id]/money': money('project'),
  '/projects/[id]/contributions/receipts/[paymentId]': money('project', 'payment'),

  '/': clerk(),
  '/api-docs': clerk(),
  '/audit': clerk(),
  '/companies': clerk(),
  '/complaints': clerk(),
  '/complaints/[id]': clerk('complaint'),
  '/complaints/new': clerk(),
  '/compounds': clerk(),
  '/compounds/[id]': clerk('compound'),
  '/compounds/[id]/edit': clerk('compound'),
  '/compounds/[id]/maintenance-fund': clerk('maintained'),
  '/compounds/new': clerk(),
  '/dashboard': clerk(),
  '/feasibility': clerk(),
  '/imports': clerk(),
  '/imports/[id]': clerk('import'),
  '/inspections': clerk(),
  '/inspections/[id]': clerk('inspection'),
  '/news': clerk(),
  '/notices': clerk(),
  '/notices/[id]': clerk('notice'),
  '/notices/new': clerk(),
  '/notifications': { as: 'lufengClerk', query: '?filter=all' },
  '/papers': clerk(),
  '/payment-notices/[id]': clerk('project'),
  '/plans': clerk(),
  '/plans/[id]': clerk('openPlan'),
  '/plans/[id]/differences': clerk('laterPlan'),
  '/plans/[id]/print': clerk('openPlan'),
  '/plans/[id]/workbook': clerk('openPlan'),
  '/plans/new': clerk(),
  '/programme/leading-group': clerk(),
  '/progress/calendar': clerk(),
  '/projects': clerk(),
  '/projects/[id]': clerk('project'),
  '/projects/[id]/acceptance': clerk('finished'),
  '/projects/[id]/aftercare': clerk('finished'),
  '/projects/[id]/contributions/households/[householdId]': clerk('project', 'household'),
  '/projects/[id]/contributions': clerk('project'),
  '/projects/[id]/contributions/reminders': clerk('project'),
  '/projects/[id]/funding': clerk('project'),
  '/projects/[id]/inspections/new': clerk('project'),
  '/projects/[id]/papers': clerk('project'),
  '/projects/[id]/plan': clerk('project'),
  '/projects/[id]/reports': clerk('report'),
  '/projects/[id]/reports/[month]': clerk('report', 'reportMonth'),
  '/projects/[id]/satisfaction': clerk('surveyed'),
  '/projects/[id]/sharing': clerk('project'),
  '/projects/[id]/stages': clerk('project'),
  '/projects/[id]/works': clerk('project'),
  '/projects/contradictions': clerk(),
  '/projects/new': clerk(),
  '/rulebook': clerk(),
  '/satisfaction': clerk(),
  '/satisfaction/[id]': clerk('survey'),
  '/scorecards/[id]': clerk('county'),
  '/scorecards/[id]/criteria/[criterion]': clerk('county', 'criterion'),
  '/scorecards/[id]/print': clerk('county'),
  '/tokens': clerk(),
  '/users/[id]': clerk('officer'),
  '/users/new': clerk(),
  '/votes': clerk(),
  '/votes/[id]': clerk('round'),
  '/votes/[id]/call-backs': clerk('round'),
  '/votes/[id]/changes': clerk('round'),
  '/votes/[id]/checks': clerk('round'),
  '/votes/[id]/demand': clerk('heard'),
  '/votes/[id]/forms': clerk('printed'),
  '/votes/[id]/forms/[batch]': clerk('printed', 'printedBatch'),
  '/votes/new': clerk(),
  '/votes/schemes': { as: 'lufengClerk', query: '?compound={compound}' },
};
