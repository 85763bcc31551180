import { expect, test } from 'vitest';
import { deviceOf, isInApp } from '@/lib/domain/https/device';

const WECHAT =
  'Mozilla/5.0 (Linux; Android 12; NOH-AN00) AppleWebKit/537.36 Version/4.0 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.47';

test.each([
  ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1'],
  ['ios', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15'],
  ['android', 'Mozilla/5.0 (Linux; Android 14; 23127PN0CC) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36'],
  ['android', 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 ArkWeb/4.1 Mobile'],
  ['android', WECHAT],
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126 Safari/537.36 Edg/126'],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/108 Safari/537.36 UOS Professional'],
  ['windows', 'curl/8'],
  ['windows', null],
])('%s: %s', (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});

test('whoever opened the page within WeChat is told that nothing can be installed there', () => {
  expect(isInApp(WECHAT)).toBe(true);
  expect(isInApp('Mozilla/5.0 (X11; Linux x86_64) Chrome/108')).toBe(false);
});
