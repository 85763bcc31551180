import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { pool } from './pool';
import { statementName } from './statement-name';

declare global {
  var anjuPrisma: PrismaClient | undefined;
}

export function prisma(): PrismaClient {
  globalThis.anjuPrisma ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { statementNameGenerator: ({ sql }) => statementName(sql) }),
  });
  return globalThis.anjuPrisma;
}
