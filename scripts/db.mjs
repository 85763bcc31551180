#!/usr/bin/env node
//   npm run db:migrate                      prepare the database and its roles, apply what is pending
//   npm run db:create-migration -- <name>   write prisma/migrations/<time>_<name>/migration.sql from the schema files
//   npm run db:diff                         SQL that the migrations lack of the schema files; exit 2 when there is some
import { openDatabase } from './database.mjs';
import { createMigration, diff } from './migrate.mjs';

async function main([command, name]) {
  const database = await openDatabase({ migrate: command === 'migrate' });
  try {
    if (command === 'migrate') {
      const names = database.applied;
      console.log(names.length ? `迁移完成 applied:\n  ${names.join('\n  ')}` : '没有待执行的迁移 nothing to apply');
    } else if (command === 'diff') {
      const sql = await diff(database.adminUrl ?? database.ownerUrl);
      process.stdout.write(sql || '一致 no difference\n');
      process.exitCode = sql ? 2 : 0;
    } else if (command === 'create' && name) {
      console.log(await createMigration(name, database.adminUrl ?? database.ownerUrl));
    } else {
      console.error('usage: db.mjs migrate | diff | create <name>');
      process.exitCode = 64;
    }
  } finally {
    await database.stop();
  }
}
await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
