export default {
  says: 'the page of an account says whose it is, though it lies in another territory',
  file: 'app/(portal)/users/[id]/page.tsx',
  find: '  if (!user) notFound();\n',
  put: `  if (!user) {
    const told = await withActor(
      actor,
      (tx) => tx.$queryRaw<{ name: string }[]>\`SELECT display_name AS name FROM auth_job_actor(\${id}::uuid)\`,
    );
    if (told[0]) return <p>{told[0].name}</p>;
    notFound();
  }
`,
  run: ['walls', 'tests/drill/walls/pages.test.ts', '-t', 'the page ./users/\\[id\\]'],
  fails: /county_bureau, other county: shows 双柏鹤/,
};
