// A Chromium for the browser tests: PLAYWRIGHT_CHROMIUM, Playwright's own, the system's; else it is installed.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { rel } from './paths.mjs';
import { Advice } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const isProgram = (file) => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((dir) => NAMES.map((name) => path.join(dir, name)))
    .find(isProgram);

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && isProgram(file) ? file : undefined;
}

/** Path of a browser, or undefined. */
export async function findBrowser() {
  const given = process.env.PLAYWRIGHT_CHROMIUM;
  if (given && !isProgram(given)) throw new Advice(`PLAYWRIGHT_CHROMIUM 不是可执行文件 is no program: ${given}`);
  return given || (await playwrightsOwn()) || onPath();
}

const attempt = (command, args, env = process.env) =>
  run(command, args, { env })
    .then(() => true)
    .catch(() => false);

async function installBrowser() {
  await attempt(process.execPath, [rel('node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  const own = await playwrightsOwn();
  if (own) return own;
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await attempt('apt-get', ['update'], env);
    await attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], env);
  }
  return onPath();
}

export async function ensureBrowser() {
  const found = (await findBrowser()) ?? (await installBrowser());
  if (found) return found;
  throw new Advice(
    '没有可用的浏览器。请安装 Chromium（Debian：apt-get install chromium fonts-noto-cjk），或设 PLAYWRIGHT_CHROMIUM 为其路径。\n' +
      'No browser was found or could be installed. Install Chromium (Debian: apt-get install chromium fonts-noto-cjk) or set PLAYWRIGHT_CHROMIUM to its path.',
  );
}

/** Runs in containers and as root too, and never calls home. */
export const LAUNCH_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
