import type { CDPSession, Page } from '@playwright/test';

interface Walk {
  /** How many stops the page is expected to have. */
  expected: number;
  /** Where the focus came by and nothing showed it, or something lay over it. */
  faults: string[];
  /** What the Tab key has not come to yet. */
  missed: string[];
}

declare global {
  interface Window {
    anjuWalk: { look: () => Walk; step: () => void };
  }
}

/** Runs in the page: looks at where the focus is each time before it goes on. */
function beginWalk() {
  const CONTROLS =
    'a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true], iframe';
  /** Where the arrows go on from the one stop: what ARIA calls so, and a table of cells one of which is the stop. */
  const ROVING =
    '[role=grid], [role=tablist], [role=radiogroup], [role=toolbar], [role=menu], [role=listbox], [role=tree], table:has([tabindex="0"])';
  const faults = new Set<string>();
  const reached = new Set<Element>();

  const nameOf = (one: Element) =>
    `<${one.tagName.toLowerCase()}${one.id ? ` id=${one.id}` : ''}> ${(
      one.getAttribute('aria-label') ?? one.textContent?.trim() ?? one.getAttribute('name') ?? ''
    ).slice(0, 60)}`;
  const isShown = (one: Element) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const isOff = (one: Element) => one.matches(':disabled') || one.closest('[inert]') !== null;

  /** Of a set of radio buttons one is a stop: the chosen one, else the first. */
  function isStop(one: Element): boolean {
    if (!(one instanceof HTMLElement) || isOff(one) || !isShown(one)) return false;
    if (one instanceof HTMLInputElement && one.type === 'hidden') return false;
    if (one.tabIndex < 0) return false;
    if (one instanceof HTMLInputElement && one.type === 'radio' && !one.checked) {
      const set = [...(one.form ?? document).querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        ({ name, form }) => name === one.name && form === one.form,
      );
      return !set.some(({ checked }) => checked) && set.find((each) => !isOff(each)) === one;
    }
    return true;
  }
  const stops = [...document.querySelectorAll(CONTROLS)].filter(isStop);
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea')) {
    const left = one instanceof HTMLElement && one.tabIndex < 0 && !isOff(one) && isShown(one);
    if (left && !one.closest(ROVING) && !one.closest('[aria-hidden=true]')) faults.add(`no stop: ${nameOf(one)}`);
  }

  /** What stands for it on the screen: a file field or a switch is drawn by its label. */
  function drawn(one: Element): Element {
    const { width, height } = one.getBoundingClientRect();
    const isTiny = width <= 1 || height <= 1 || getComputedStyle(one).opacity === '0';
    const label = (one as HTMLInputElement).labels?.[0];
    return isTiny ? (label ?? one.parentElement ?? one) : one;
  }
  function isSeen(one: Element): boolean {
    const look = drawn(one);
    for (const box of look.getClientRects()) {
      const [left, right] = [Math.max(box.left, 0) + 1, Math.min(box.right, innerWidth) - 1];
      const [top, bottom] = [Math.max(box.top, 0) + 1, Math.min(box.bottom, innerHeight) - 1];
      if (left > right || top > bottom) continue;
      for (const [x, y] of [
        [(left + right) / 2, (top + bottom) / 2],
        [left, top],
        [right, top],
        [left, bottom],
        [right, bottom],
      ] as const) {
        const at = document.elementFromPoint(x, y);
        if (at && (look.contains(at) || at.contains(one))) return true;
      }
    }
    return false;
  }
  /** How it and what it is drawn with look: this must be another look when the focus is elsewhere. */
  function lookOf(one: Element): string {
    const around = [one, drawn(one), one.parentElement, one.parentElement?.parentElement, one.nextElementSibling];
    return around
      .map((each) => {
        if (!each) return '';
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
          getComputedStyle(each);
        const outline = outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`;
        return [outline, boxShadow, borderColor, backgroundColor].join('|');
      })
      .join('/');
  }

  const skip = document.querySelector('a[href="#main"]');
  /** Where the page itself has put the focus into a field, the walk begins there. */
  const isFromTop = document.activeElement === document.body;
  let last: { one: Element; look: string } | null = null;
  function step() {
    const one = document.activeElement;
    if (last && last.one !== one && last.one.isConnected && lookOf(last.one) === last.look)
      faults.add(`the focus is not to be seen: ${nameOf(last.one)}`);
    last = null;
    if (!one || one === document.body) return;
    last = { one, look: lookOf(one) };
    if (reached.has(one)) return;
    reached.add(one);
    if (isFromTop && skip && reached.size === 1 && one !== skip) faults.add(`the way past comes after ${nameOf(one)}`);
    if (!isSeen(one)) faults.add(`the focus is covered or outside: ${nameOf(one)}`);
  }
  document.addEventListener('keydown', (event) => event.key === 'Tab' && step(), true);

  window.anjuWalk = {
    step,
    look: () => ({
      expected: stops.length,
      faults: [...faults],
      missed: stops.filter((one) => one.isConnected && isStop(one) && !reached.has(one)).map(nameOf),
    }),
  };
}

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };

/** The key many times without waiting for each: a page of two hundred stops is walked in a second. */
async function tab(cdp: CDPSession, times: number) {
  const sent: Promise<unknown>[] = [];
  for (let count = 0; count < times; count++)
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      sent.push(cdp.send('Input.dispatchKeyEvent', { type, ...TAB }));
  await Promise.all(sent);
}

/**
 * From the beginning of the page through everything that can be reached with the Tab key: what was missed, where the
 * focus could not be seen, and where it stayed for good. A date has several stops, so that there are more than things.
 */
export async function walk(page: Page, cdp: CDPSession): Promise<string[]> {
  await page.evaluate(beginWalk);
  for (let round = 0; round < 6; round++) {
    const { expected, missed } = await page.evaluate(() => window.anjuWalk.look());
    if (round > 0 && missed.length === 0) break;
    const times = round === 0 ? expected + 1 : missed.length + 10;
    await tab(cdp, times);
  }
  const { faults, missed } = await page.evaluate(() => {
    window.anjuWalk.step();
    return window.anjuWalk.look();
  });
  return [...faults, ...missed.map((what) => `not reached: ${what}`), ...(await skips(page))];
}

/** The way past the bar and the navigation leads into what the page is about. */
async function skips(page: Page): Promise<string[]> {
  const skip = page.locator('a[href="#main"]');
  if ((await skip.count()) === 0) return [];
  await skip.focus();
  await page.keyboard.press('Enter');
  const isThere = await page.evaluate(() => document.activeElement?.id === 'main');
  return isThere ? [] : ['the way past the navigation leads nowhere'];
}
