import { labelText, targetLine } from '../colours';
import { numberText } from '../number-text';
import type { Target } from '../types';

export function targetProps(target: Target, digits?: number) {
  return {
    stroke: targetLine,
    strokeDasharray: '5 4',
    ifOverflow: 'extendDomain',
    label: {
      value: target.label ?? numberText(target.value, digits),
      position: 'insideTopRight',
      ...labelText,
    },
  } as const;
}
