export default {
  says: 'Readiness does not mind that it connects as a superuser or as the owner of the tables.',
  file: 'lib/server/health/checks.ts',
  find: `return faults.filter(([, holds]) => holds).map(([code]) => code);
}

export const clockFaults`,
  put: `return faults.filter(([, holds]) => holds === null).map(([code]) => code);
}

export const clockFaults`,
  run: ['integration', 'tests/integration/api/health.test.ts'],
  fails: /role_owns_tables/,
};
