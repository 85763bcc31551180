import type { Line, PageEntry } from './lines';

export const ANNUAL_PAGES: Record<string, PageEntry> = {
  '/annual-plans': { may: 'annualPlan.read' },
  '/annual-plans/[id]': { may: 'annualPlan.read', of: 'GET /annual-plans/{id}' },
  '/applications': { may: 'application.read', narrowed: ['county', 'project'] },
  '/feasibility': { may: 'feasibility.read' },
  '/feasibility/[id]': { may: 'feasibility.read', of: 'GET /feasibility-reports/{id}' },
  '/programme/leading-group': { may: 'feasibility.read', narrowed: ['county'] },
};

export const ANNUAL_OPERATIONS: Record<string, Line> = {
  'GET /annual-plans': ['annualPlan.read', 'prefecture'],
  'POST /annual-plans': ['annualPlan.write', 'prefecture'],
  // a county reads of it what is its own
  'GET /annual-plans/{id}': ['annualPlan.read', 'prefecture'],
  'PUT /annual-plans/{id}/budgets': ['annualPlan.write', 'prefecture'],
  'POST /annual-plans/{id}/confirm': ['annualPlan.write', 'prefecture'],
  'GET /annual-plans/{id}/docx': ['annualPlan.read', 'prefecture'],
  'PUT /annual-plans/{id}/entries/{projectId}': ['annualPlan.write', 'prefecture'],
  'GET /annual-plans/{id}/list.xlsx': ['annualPlan.read', 'prefecture'],
  'POST /annual-plans/{id}/what-if': ['annualPlan.read', 'prefecture'],
  'GET /applications': ['application.read', 'territory'],
  // its file is that of the office which uploaded it
  'POST /applications': ['application.write', 'offices'],
  'POST /applications/{id}/answer': ['application.write', 'territory'],
  'POST /applications/{id}/withdraw': ['application.write', 'territory'],
  'GET /feasibility-reports': ['feasibility.read', 'territory'],
  'POST /feasibility-reports': ['feasibility.write', 'territory'],
  'GET /feasibility-reports/{id}': ['feasibility.read', 'territory'],
  'PATCH /feasibility-reports/{id}': ['feasibility.write', 'territory'],
  'POST /feasibility-reports/{id}/approve': ['feasibility.approve', 'territory'],
  'POST /feasibility-reports/{id}/consent': ['feasibility.write', 'territory'],
  'POST /feasibility-reports/{id}/record-approval': ['feasibility.write', 'territory'],
  'GET /leading-groups': ['feasibility.read', 'territory'],
  'POST /leading-groups': ['feasibility.write', 'territory'],
  'GET /ranking': ['annualPlan.read', 'territory'],
};
