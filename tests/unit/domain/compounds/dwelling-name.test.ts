import { expect, test } from 'vitest';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';

test('a dwelling is told as its door tells it, and no staircase twice', () => {
  const told = (unitNo: string) => dwellingName({ buildingName: '3栋', unitNo, room: '501' });
  expect(told('2')).toBe('3栋 2单元 501');
  expect(told('2单元')).toBe('3栋 2单元 501');
  expect(told('东单元')).toBe('3栋 东单元 501');
  expect(told('')).toBe('3栋 501');
});
