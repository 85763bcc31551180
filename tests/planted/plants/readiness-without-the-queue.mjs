export default {
  says: 'Readiness does not ask whether a worker lives and how long jobs wait.',
  file: 'lib/server/health/ready.ts',
  find: '...(await queueFacts())',
  put: '...{ workerSeenSecondsAgo: 0, oldestWaitingSeconds: null, failedLastDay: 0 }',
  run: ['integration', 'tests/integration/api/health.test.ts'],
  fails: /worker_away/,
};
