import { expect, test } from 'vitest';
import { countsOf, GRID_FILTERS, isShown } from '@/lib/domain/votes/grid';
import type { Choice, Door } from '@/lib/domain/votes/types';

const home = (choice: Choice | null, door: Door | null = null, more: object = {}) => ({
  choice,
  door,
  checked: false,
  signs: [],
  voterDwellings: 1,
  ...more,
});

test.each([
  ['nothing returned, nobody was there yet', home(null), ['all', 'missing']],
  ['nothing returned, to be visited', home(null, 'to_visit'), ['all', 'missing', 'visit']],
  ['nobody in: somebody has to go again', home(null, 'nobody_in'), ['all', 'missing', 'visit']],
  ['visited, thinks it over', home(null, 'visited'), ['all', 'missing']],
  ['agreed, no second look', home('agree', 'to_visit'), ['all', 'unchecked']],
  ['abstained, looked at twice', home('abstain', null, { checked: true }), ['all']],
])('%s', (_, one, filters) => {
  expect(GRID_FILTERS.filter((filter) => isShown(filter, one))).toEqual(filters);
});

test('the legend counts each household once by its ballot', () => {
  const homes = [
    home('agree', 'visited', { checked: true }),
    home('agree', null, { signs: ['samePhoto', 'wrong'] }),
    home('disagree'),
    home(null, 'nobody_in', { voterDwellings: 3 }),
  ];
  expect(countsOf(homes)).toEqual({
    choices: { agree: 2, disagree: 1, abstain: 0, none: 1 },
    doors: { to_visit: 0, nobody_in: 1, visited: 1 },
    filters: { all: 4, missing: 1, unchecked: 2, visit: 1 },
    checked: 1,
    signs: 1,
    several: 1,
  });
});
