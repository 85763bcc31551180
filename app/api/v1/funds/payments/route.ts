import { z } from 'zod';
import { ORDER_STATES } from '@/lib/domain/funds/types';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { countOrders, paymentOrders } from '@/lib/server/funds/queries';
import { OrderListShape } from '@/lib/server/funds/shapes';

const query = z.strictObject({
  project: z.uuid().optional(),
  county: z.uuid().optional(),
  status: z.enum(ORDER_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '支付申请：待审核的在前',
    tag: 'funds',
    permission: 'fund.read',
    query,
    output: OrderListShape,
    run: async ({ reader, actor, query: { project, county, status, limit, offset } }) => {
      const filter = { projectId: project, countyId: county, status, limit, offset };
      const [items, total] = await Promise.all([
        paymentOrders(reader, actor, filter),
        countOrders(reader, actor, filter),
      ]);
      return done({ items, total });
    },
  }),
});
