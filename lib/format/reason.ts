import type { Reason } from '@/lib/domain/kernel/result';
import { groupThousands } from './number';

/** Sentences by reason code, nested at the dots: the `reasons` namespace of the messages. */
export type ReasonMessages = { readonly [key: string]: string | ReasonMessages };

/** A reason as a sentence, with its values filled in; a code without a sentence is shown as it is, so that nothing is hidden. */
export function formatReason(reason: Pick<Reason, 'code' | 'params'>, messages: ReasonMessages): string {
  const sentence = lookUp(reason.code, messages);
  if (sentence === undefined) return reason.code;
  const params = reason.params ?? {};
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? shown(String(params[name])) : placeholder,
  );
}

/** Sums and areas, exact with two places, are read by their thousands; everything else stands as it was found. */
const shown = (value: string): string => (/^-?\d{4,}\.\d{2}$/.test(value) ? groupThousands(value) : value);

/** The values of a reason as they are read in its sentence. */
export const readable = (params: Reason['params']): Record<string, string> | undefined =>
  params && Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(String(value))]));

/** Several reasons, one a line. */
export function formatReasons(reasons: readonly Pick<Reason, 'code' | 'params'>[], messages: ReasonMessages): string {
  return reasons.map((reason) => formatReason(reason, messages)).join('\n');
}

function lookUp(code: string, messages: ReasonMessages): string | undefined {
  let node: string | ReasonMessages | undefined = messages;
  for (const key of code.split('.')) {
    if (typeof node !== 'object' || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return typeof node === 'string' ? node : undefined;
}
