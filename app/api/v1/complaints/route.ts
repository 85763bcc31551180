import { complaintEntered, complaintList as listAnswer } from '@/lib/domain/complaints/answers';
import { complaintListQuery } from '@/lib/domain/complaints/list-query';
import { complaintEnter } from '@/lib/domain/complaints/schema';
import { badRequest, done } from '@/lib/server/answer';
import { enterComplaint } from '@/lib/server/complaints/enter';
import { complaintList } from '@/lib/server/complaints/queries';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '投诉和意见建议，新的在前；同一事项只计一件',
    tag: 'complaints',
    permission: 'complaint.read',
    query: complaintListQuery,
    output: listAnswer,
    run: async ({ reader, actor, query }) => {
      const list = await complaintList(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
  POST: operation({
    summary: '登记来电、来访、来信或上级转办的投诉；答出给投诉人的回执码',
    tag: 'complaints',
    permission: 'complaint.enter',
    action: 'complaint.enter',
    body: complaintEnter,
    output: complaintEntered,
    status: 201,
    run: ({ tx, actor, body }) => enterComplaint(tx, actor, body),
  }),
});
