import type { Screen } from './types';

/** What a leader opens, a list, a compound, a project, and what a resident reads. */
export const SCREENS: Screen[] = [
  { name: 'overview', says: 'overview of the prefecture', as: 'prefectureLeader', at: () => '/overview' },
  { name: 'compounds', says: 'list of compounds', as: 'lufengClerk', at: () => '/compounds' },
  {
    ...{ name: 'compound', says: 'the largest compound of 禄丰市', as: 'lufengClerk' },
    at: ({ place }) => `/compounds/${place.compoundId}`,
  },
  {
    ...{ name: 'project', says: 'a project of twenty buildings', as: 'lufengClerk' },
    at: ({ place }) => `/projects/${place.projectId}`,
  },
  { name: 'notice', says: 'a public notice', at: ({ noticeId }) => `/gongshi/${noticeId}` },
];
