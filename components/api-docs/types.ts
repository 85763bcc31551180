/** One operation as the readable page shows it; taken from the OpenAPI document. */
export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  description?: string;
  permission: string;
  /** what a token must have been given; 'any' or 'never' */
  scope: string;
  parameters: {
    name: string;
    in: 'path' | 'query' | 'header';
    required: boolean;
    description?: string;
    schema: Record<string, unknown>;
  }[];
  body?: { mediaType: string; schema: Record<string, unknown> };
  answers: { status: string; description: string; mediaType?: string; schema?: Record<string, unknown> }[];
}

export interface TagView {
  name: string;
  description: string;
  operations: OperationView[];
}
