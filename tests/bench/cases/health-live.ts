import assert from 'node:assert/strict';
import type { BenchCase } from '../types';

const live: BenchCase = {
  name: 'health-live',
  says: 'health/live beside an empty Next route',
  request: () => '/api/health/live',
  yardstick: 'empty',
  check: ({ text }) => assert.deepEqual(JSON.parse(text), { status: 'live' }),
};

export default live;
