import { expect, test } from 'vitest';
import { againstReveal } from '@/lib/domain/compounds/reveal';

test.each([
  ['核实产权', true],
  ['  核实 ', false],
  ['', false],
  ['👨‍👩‍👧核对', true],
])('%j is reason enough: %s', (why, enough) => expect(againstReveal(why).length === 0).toBe(enough));
