import { expect, test } from 'vitest';
import { complaintsOf, isPermitted, nameComplaint, permittedBy } from '@/scripts/https/names.mjs';

test.each([
  'anju',
  'anju.office.local',
  'anju.internal',
  'a-1.home.arpa',
  '192.168.1.20',
  '10.0.0.1',
  '172.31.255.1',
  '100.64.0.1',
])('%s may be vouched for by the office itself', (name) => {
  expect(nameComplaint(name)).toBeNull();
});

test.each([
  ['www.baidu.com', '正规证书机构'],
  ['anju.cxz.gov.cn', '正规证书机构'],
  ['locals.com', '正规证书机构'],
  ['8.8.8.8', '不是内部网络的地址'],
  ['172.32.0.1', '不是内部网络的地址'],
  ['192.169.0.1', '不是内部网络的地址'],
  ['*.office.local', '不是主机名'],
  ['https://anju.local', '不是主机名'],
  ['anju.local:443', '不是主机名'],
  ['安居.local', '不是主机名'],
  ['-a.local', '不是主机名'],
  ['anju..local', '不是主机名'],
  ['anju.local.', '不是主机名'],
  ['a.local; return 200', '不是主机名'],
  ['1.2.3', '不是主机名'],
  ['fd00::1', '不是主机名'],
  [`${'a'.repeat(64)}.local`, '不是主机名'],
  ['', '不是主机名'],
])('%s is refused, with what to do', (name, says) => {
  expect(nameComplaint(name)).toContain(says);
});

test("a name that is the office's own though not of an internal kind is taken on the officer's word, a bad one never", () => {
  expect(complaintsOf({ names: ['anju.cxz.gov.cn', '59.216.1.2'], acceptPublic: true })).toEqual([]);
  expect(complaintsOf({ names: ['*.gov.cn'], acceptPublic: true })).toHaveLength(1);
});

test('networks may be permitted where they are internal as a whole; all complaints come at once', () => {
  expect(complaintsOf({ names: ['anju'], permit: ['192.168.0.0/16', '10.1.2.3/8', 'office.local'] })).toEqual([]);
  expect(complaintsOf({ names: ['a.com'], permit: ['192.168.0.0/15', '0.0.0.0/0'] })).toHaveLength(3);
  expect(complaintsOf({ names: ['anju'], permit: ['0.0.0.0/0'], acceptPublic: true })).toHaveLength(1);
});

test('what the authority may vouch for: its names, what stands below them, and the permitted networks', () => {
  const permitted = permittedBy(['anju.office.local', '192.168.1.20'], ['10.20.0.0/16']);
  expect(permitted).toEqual({ hosts: ['anju.office.local'], networks: ['192.168.1.20/32', '10.20.0.0/16'] });
  for (const name of ['anju.office.local', 'a.anju.office.local', '192.168.1.20', '10.20.255.1'])
    expect(isPermitted(name, permitted), name).toBe(true);
  for (const name of ['office.local', 'xanju.office.local', '192.168.1.21', '10.21.0.1'])
    expect(isPermitted(name, permitted), name).toBe(false);
});
