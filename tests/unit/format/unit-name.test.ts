import { expect, it } from 'vitest';
import { unitName, unitOptions } from '@/lib/format/unit-name';

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
