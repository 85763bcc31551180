export default {
  says: 'A migration and the row that says it is in are two transactions: killed between them, the next run does it twice.',
  file: 'scripts/deploy.mjs',
  find: "    await client.query(ROW, [crypto.randomUUID(), checksum, name]);\n    await client.query('COMMIT');\n",
  put: "    await client.query('COMMIT');\n    await client.query(ROW, [crypto.randomUUID(), checksum, name]);\n",
  run: ['integration', 'tests/integration/house/deploy.test.ts'],
  fails: /expected '\d+' to be '\d+'/,
};
