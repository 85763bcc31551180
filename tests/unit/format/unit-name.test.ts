import { expect, it } from 'vitest';
import { chosenUnit, unitName, unitNames, unitOptions } from '@/lib/format/unit-name';

const lufeng = { id: '1', name: '禄丰市', nameEn: 'Lufeng' };
const dayao = { id: '2', name: '大姚县', nameEn: null };

it('is English in English, and Chinese where there is no other name', () => {
  expect([unitName(lufeng, 'en'), unitName(lufeng, 'zh-CN')]).toEqual(['Lufeng', '禄丰市']);
  expect([unitName(dayao, 'en'), unitName({ name: '大姚县', nameEn: '' }, 'en')]).toEqual(['大姚县', '大姚县']);
});

it('stands beside its number where one is chosen', () => {
  expect(unitOptions([lufeng, dayao], 'en')).toEqual([
    { value: '1', label: 'Lufeng' },
    { value: '2', label: '大姚县' },
  ]);
});

it('stands with those around it, as far as they are known', () => {
  expect(unitNames([lufeng, null, dayao], 'en')).toEqual(['Lufeng', '大姚县']);
  expect(unitNames([lufeng, null, dayao], 'zh-CN')).toEqual(['禄丰市', '大姚县']);
});

it('is told by its number, or by the beginning of it where nobody knows it', () => {
  expect([chosenUnit([dayao, lufeng], '1', 'en'), chosenUnit([dayao, lufeng], '1', 'zh-CN')]).toEqual([
    'Lufeng',
    '禄丰市',
  ]);
  expect(chosenUnit([lufeng], '00000000-0000-4000-8000-000000000001', 'en')).toBe('00000000');
});
