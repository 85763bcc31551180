import { z } from 'zod';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';

const Kept = z.object({
  id: z.uuid(),
  name: z.string(),
  fingerprint: z.string(),
  usedAt: z.string(),
  mapping: z.unknown(),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '本县市记住的列对应关系',
    tag: 'imports',
    permission: 'import.run',
    output: z.object({ items: z.array(Kept) }),
    run: async ({ tx, actor }) => {
      const rows = await tx.importMapping.findMany({
        where: { countyId: { in: [...actor.counties] } },
        orderBy: { usedAt: 'desc' },
        take: 200,
        select: { id: true, name: true, fingerprint: true, usedAt: true, mapping: true },
      });
      return done({ items: rows.map((row) => ({ ...row, usedAt: row.usedAt.toISOString() })) });
    },
  }),
});
