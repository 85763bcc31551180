type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ofAll(list: unknown): string {
  return Array.isArray(list) ? [...new Set(list.filter(isSchema).map(typeText))].join(' | ') : '';
}

/** A schema in a word or two: string (uuid), integer, array of object, "a" | "b". */
export function typeText(schema: Schema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.anyOf ?? schema.oneOf) return ofAll(schema.anyOf ?? schema.oneOf);
  if (schema.type === 'array' && isSchema(schema.items)) return `array<${typeText(schema.items)}>`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : String(schema.type ?? 'any');
  return typeof schema.format === 'string' ? `${type} (${schema.format})` : type;
}

export interface FieldLine {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

/** The fields of an object (or of the items of a list), two levels deep, as lines of a table. */
export function fieldLines(schema: Schema, prefix = '', depth = 0): FieldLine[] {
  if (schema.type === 'array' && isSchema(schema.items)) return fieldLines(schema.items, `${prefix}[]`, depth);
  if (!isSchema(schema.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    if (!isSchema(field)) return [];
    const path = prefix ? `${prefix}.${name}` : name;
    const line = {
      name: path,
      type: typeText(field),
      required: required.has(name),
      description: typeof field.description === 'string' ? field.description : '',
    };
    return [line, ...(depth < 2 ? fieldLines(field, path, depth + 1) : [])];
  });
}
