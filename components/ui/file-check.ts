export type FileLimits = {
  /** Endings with the dot, in small letters: ['.xlsx', '.csv']. */
  types: readonly string[];
  maxBytes: number;
  maxFiles?: number;
};

export type FileProblem =
  | { kind: 'tooLarge'; values: { name: string; size: string; limit: string } }
  | { kind: 'wrongType'; values: { name: string; types: string } }
  | { kind: 'tooMany'; values: { limit: number } };

type Candidate = { name: string; size: number };

/** A first look in the browser, to save a useless upload; the server judges by content. */
export function checkFiles<F extends Candidate>(files: readonly F[], limits: FileLimits) {
  const problems: FileProblem[] = [];
  const good = files.filter((file) => {
    const problem = problemOf(file, limits);
    if (problem) problems.push(problem);
    return !problem;
  });
  const limit = limits.maxFiles ?? Number.POSITIVE_INFINITY;
  if (good.length > limit) problems.push({ kind: 'tooMany', values: { limit } });
  return { good: good.slice(0, limit), problems };
}

function problemOf({ name, size }: Candidate, { types, maxBytes }: FileLimits): FileProblem | undefined {
  if (!types.some((type) => name.toLowerCase().endsWith(type))) {
    return { kind: 'wrongType', values: { name, types: types.join(' ') } };
  }
  if (size > maxBytes) {
    return { kind: 'tooLarge', values: { name, size: fileSize(size), limit: fileSize(maxBytes) } };
  }
  return undefined;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
