export const DEVICES = ['ios', 'android', 'windows', 'linux'] as const;
export type Device = (typeof DEVICES)[number];

export const isDevice = (value: unknown): value is Device => DEVICES.some((device) => device === value);

/** In order: an Android says Linux too, and an iPad that shows desktop pages says Macintosh. */
const SIGNS: [Device, RegExp][] = [
  ['ios', /iPhone|iPad|iPod|Macintosh/i],
  ['android', /Android|HarmonyOS|OpenHarmony|ArkWeb/i],
  ['windows', /Windows/i],
  ['linux', /Linux|UOS|Kylin/i],
];

/** Which steps to show first; whoever reads may choose others. A computer of the office is what remains. */
export function deviceOf(userAgent: string | null): Device {
  return SIGNS.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? 'windows';
}

/** WeChat, QQ, DingTalk and WeCom show pages in a browser of their own, which can install nothing. */
export const isInApp = (userAgent: string | null): boolean =>
  /MicroMessenger|\bQQ\/|DingTalk|wxwork/i.test(userAgent ?? '');
