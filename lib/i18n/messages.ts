import type { Locale } from './config';

/** One line per subject: its namespace, and where its texts are in both languages. */
const subjects = {
  units: { 'zh-CN': () => import('./messages/zh-CN/units'), en: () => import('./messages/en/units') },
  acceptance: { 'zh-CN': () => import('./messages/zh-CN/acceptance'), en: () => import('./messages/en/acceptance') },
  aftercare: { 'zh-CN': () => import('./messages/zh-CN/aftercare'), en: () => import('./messages/en/aftercare') },
  archive: { 'zh-CN': () => import('./messages/zh-CN/archive'), en: () => import('./messages/en/archive') },
  allocation: { 'zh-CN': () => import('./messages/zh-CN/allocation'), en: () => import('./messages/en/allocation') },
  annual: { 'zh-CN': () => import('./messages/zh-CN/annual'), en: () => import('./messages/en/annual') },
  audit: { 'zh-CN': () => import('./messages/zh-CN/audit'), en: () => import('./messages/en/audit') },
  accounts: { 'zh-CN': () => import('./messages/zh-CN/accounts'), en: () => import('./messages/en/accounts') },
  apiDocs: { 'zh-CN': () => import('./messages/zh-CN/api-docs'), en: () => import('./messages/en/api-docs') },
  certificate: { 'zh-CN': () => import('./messages/zh-CN/certificate'), en: () => import('./messages/en/certificate') },
  charts: { 'zh-CN': () => import('./messages/zh-CN/charts'), en: () => import('./messages/en/charts') },
  complaints: { 'zh-CN': () => import('./messages/zh-CN/complaints'), en: () => import('./messages/en/complaints') },
  satisfaction: {
    'zh-CN': () => import('./messages/zh-CN/satisfaction'),
    en: () => import('./messages/en/satisfaction'),
  },
  tousu: { 'zh-CN': () => import('./messages/zh-CN/tousu'), en: () => import('./messages/en/tousu') },
  common: { 'zh-CN': () => import('./messages/zh-CN/common'), en: () => import('./messages/en/common') },
  contributions: {
    'zh-CN': () => import('./messages/zh-CN/contributions'),
    en: () => import('./messages/en/contributions'),
  },
  maintenance: { 'zh-CN': () => import('./messages/zh-CN/maintenance'), en: () => import('./messages/en/maintenance') },
  dashboards: { 'zh-CN': () => import('./messages/zh-CN/dashboards'), en: () => import('./messages/en/dashboards') },
  compounds: { 'zh-CN': () => import('./messages/zh-CN/compounds'), en: () => import('./messages/en/compounds') },
  errors: { 'zh-CN': () => import('./messages/zh-CN/errors'), en: () => import('./messages/en/errors') },
  field: { 'zh-CN': () => import('./messages/zh-CN/field'), en: () => import('./messages/en/field') },
  frame: { 'zh-CN': () => import('./messages/zh-CN/frame'), en: () => import('./messages/en/frame') },
  fundViews: { 'zh-CN': () => import('./messages/zh-CN/fund-views'), en: () => import('./messages/en/fund-views') },
  gongshi: { 'zh-CN': () => import('./messages/zh-CN/gongshi'), en: () => import('./messages/en/gongshi') },
  home: { 'zh-CN': () => import('./messages/zh-CN/home'), en: () => import('./messages/en/home') },
  fundImports: {
    'zh-CN': () => import('./messages/zh-CN/fund-imports'),
    en: () => import('./messages/en/fund-imports'),
  },
  imports: { 'zh-CN': () => import('./messages/zh-CN/imports'), en: () => import('./messages/en/imports') },
  notifications: {
    'zh-CN': () => import('./messages/zh-CN/notifications'),
    en: () => import('./messages/en/notifications'),
  },
  news: { 'zh-CN': () => import('./messages/zh-CN/news'), en: () => import('./messages/en/news') },
  inspections: { 'zh-CN': () => import('./messages/zh-CN/inspections'), en: () => import('./messages/en/inspections') },
  notices: { 'zh-CN': () => import('./messages/zh-CN/notices'), en: () => import('./messages/en/notices') },
  officialPapers: {
    'zh-CN': () => import('./messages/zh-CN/official-papers'),
    en: () => import('./messages/en/official-papers'),
  },
  operations: { 'zh-CN': () => import('./messages/zh-CN/operations'), en: () => import('./messages/en/operations') },
  overviewRows: {
    'zh-CN': () => import('./messages/zh-CN/overview-rows'),
    en: () => import('./messages/en/overview-rows'),
  },
  overview: { 'zh-CN': () => import('./messages/zh-CN/overview'), en: () => import('./messages/en/overview') },
  overviewNotes: {
    'zh-CN': () => import('./messages/zh-CN/overview-notes'),
    en: () => import('./messages/en/overview-notes'),
  },
  papers: { 'zh-CN': () => import('./messages/zh-CN/papers'), en: () => import('./messages/en/papers') },
  plans: { 'zh-CN': () => import('./messages/zh-CN/plans'), en: () => import('./messages/en/plans') },
  ledger: { 'zh-CN': () => import('./messages/zh-CN/ledger'), en: () => import('./messages/en/ledger') },
  progress: { 'zh-CN': () => import('./messages/zh-CN/progress'), en: () => import('./messages/en/progress') },
  progressSheet: {
    'zh-CN': () => import('./messages/zh-CN/progress-sheet'),
    en: () => import('./messages/en/progress-sheet'),
  },
  projects: { 'zh-CN': () => import('./messages/zh-CN/projects'), en: () => import('./messages/en/projects') },
  programme: { 'zh-CN': () => import('./messages/zh-CN/programme'), en: () => import('./messages/en/programme') },
  reasons: { 'zh-CN': () => import('./messages/zh-CN/reasons'), en: () => import('./messages/en/reasons') },
  residents: { 'zh-CN': () => import('./messages/zh-CN/residents'), en: () => import('./messages/en/residents') },
  rulebook: { 'zh-CN': () => import('./messages/zh-CN/rulebook'), en: () => import('./messages/en/rulebook') },
  sharing: { 'zh-CN': () => import('./messages/zh-CN/sharing'), en: () => import('./messages/en/sharing') },
  supervision: { 'zh-CN': () => import('./messages/zh-CN/supervision'), en: () => import('./messages/en/supervision') },
  statistics: { 'zh-CN': () => import('./messages/zh-CN/statistics'), en: () => import('./messages/en/statistics') },
  stages: { 'zh-CN': () => import('./messages/zh-CN/stages'), en: () => import('./messages/en/stages') },
  voteGrid: { 'zh-CN': () => import('./messages/zh-CN/vote-grid'), en: () => import('./messages/en/vote-grid') },
  voteSheet: { 'zh-CN': () => import('./messages/zh-CN/vote-sheet'), en: () => import('./messages/en/vote-sheet') },
  votes: { 'zh-CN': () => import('./messages/zh-CN/votes'), en: () => import('./messages/en/votes') },
  voteDesk: { 'zh-CN': () => import('./messages/zh-CN/vote-desk'), en: () => import('./messages/en/vote-desk') },
  scoreResult: {
    'zh-CN': () => import('./messages/zh-CN/scorecards-result'),
    en: () => import('./messages/en/scorecards-result'),
  },
  scoreSeason: {
    'zh-CN': () => import('./messages/zh-CN/score-season'),
    en: () => import('./messages/en/score-season'),
  },
  scorecards: { 'zh-CN': () => import('./messages/zh-CN/scorecards'), en: () => import('./messages/en/scorecards') },
  scorecardsPaper: {
    'zh-CN': () => import('./messages/zh-CN/scorecards-paper'),
    en: () => import('./messages/en/scorecards-paper'),
  },
  warnings: { 'zh-CN': () => import('./messages/zh-CN/warnings'), en: () => import('./messages/en/warnings') },
  ui: { 'zh-CN': () => import('./messages/zh-CN/ui'), en: () => import('./messages/en/ui') },
};

type Subjects = typeof subjects;
export type Namespace = keyof Subjects;
/** The Chinese texts are the pattern: their keys and arguments are what the compiler checks. */
export type Messages = { [N in Namespace]: Awaited<ReturnType<Subjects[N]['zh-CN']>>['default'] };

const loaded = new Map<Locale, Promise<Messages>>();

export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const loading = readAll(locale);
  loaded.set(locale, loading);
  return loading;
}

async function readAll(locale: Locale): Promise<Messages> {
  const texts = await Promise.all(
    Object.entries(subjects).map(async ([namespace, files]) => [namespace, (await files[locale]()).default] as const),
  );
  return Object.fromEntries(texts) as Messages;
}
