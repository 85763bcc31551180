import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '@/lib/domain/accounts/roles';
import nav from '@/lib/i18n/messages/zh-CN/accounts';
import { PAGES } from '../../support/matrix/entries';
import { mayAsk } from '../../support/matrix/reach';

const FOLDER = path.join(process.cwd(), 'docs/manuals');
const MANUALS: Record<string, readonly Role[]> = {
  'leader.md': ['prefecture_leader', 'county_leader'],
  'prefecture-bureau.md': ['prefecture_bureau'],
  'prefecture-partner.md': ['prefecture_drc', 'prefecture_finance'],
  'county-bureau.md': ['county_bureau'],
  'county-partner.md': ['county_drc', 'county_finance'],
  'town.md': ['town'],
  'community.md': ['community'],
  'implementing-entity.md': ['implementing_entity'],
  'supervisor.md': ['supervisor'],
};
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
/** 「资金」`/funds` */
const named = (text: string) =>
  [...text.matchAll(/「([^」]+)」`(\/[^`]*)`/g)].map(([, label = '', href = '']) => ({ label, href }));

const LABELS: Record<string, string> = nav.nav;
const keyOf = (label: string) => Object.keys(LABELS).find((key) => LABELS[key] === label);

describe('每个角色的手册', () => {
  test('every role has one, and the index names them all', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    expect(files.sort()).toEqual(Object.keys(MANUALS).sort());
    expect(Object.values(MANUALS).flat().sort()).toEqual([...ROLES].sort());
    for (const name of files) expect(read('README.md')).toContain(`(${name})`);
  });

  test.each(Object.entries(MANUALS))('%s names pages that its people may open, by their names', (name, roles) => {
    const pages = named(read(name));
    expect(pages.length).toBeGreaterThan(1);
    for (const { label, href } of pages) {
      const page = PAGES[href];
      expect(page, `${name}: ${href}`).toBeDefined();
      expect(keyOf(label), `${name}: 「${label}」 stands in no navigation`).toBeDefined();
      for (const role of roles)
        expect(
          page && mayAsk({ role, isToken: false } as Parameters<typeof mayAsk>[0], page.may),
          `${role} ${href}`,
        ).toBe(true);
    }
  });

  test('every picture is there', () => {
    for (const name of readdirSync(FOLDER))
      for (const [, picture = ''] of read(name).matchAll(/(?:src="|\]\()(\.\.\/pictures\/[^")]+)/g))
        expect(existsSync(path.join(FOLDER, picture)), `${name}: ${picture}`).toBe(true);
  });
});
