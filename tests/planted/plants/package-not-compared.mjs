export default {
  says: 'The handover package packs an altered file: only what is gone is told of.',
  file: 'lib/server/archive/package.ts',
  find: "    else if (found !== paper.sha256) reasons.push(reason('archive.fileDamaged', what));\n",
  put: '',
  run: ['integration', 'tests/integration/projects/papers.test.ts'],
  fails: /expected 200 to be 422/,
};
