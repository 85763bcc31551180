import { menu } from './menu';

const earmark = (code: string, name: string, nameEn: string, items: string[] = [], fees = false) => ({
  code,
  name,
  nameEn,
  items,
  fees,
  clause: '决定/专款用途',
});

/** 资金台账: what it asks of money where P四(二) is silent. */
export const ledger = {
  earmarks: [
    earmark('general', '统筹使用', 'No particular purpose', [], true),
    earmark('works', '限工程费用', 'Works only'),
    earmark(
      'required',
      '限必改项目',
      'Required items only',
      menu.filter(({ necessity }) => necessity === 'required').map(({ code }) => code),
    ),
    earmark('lines', '限管线整治', 'Lines and pipes only', ['B-R06', 'B-R07', 'C-R05', 'C-R06']),
    earmark('fire', '限消防设施', 'Fire safety only', ['B-R10', 'C-R03']),
    earmark('elderly', '限适老和无障碍', 'For the elderly and barrier-free only', ['B-I03', 'C-I08', 'C-I09']),
    earmark('energy', '限建筑节能', 'Energy saving only', ['B-I05']),
  ],
  fiscal: ['central', 'local', 'bonds'],
  throughPrefecture: [
    { source: 'central', kinds: [], clause: 'P三(三)4' },
    { source: 'local', kinds: ['province', 'prefecture', 'reward'], clause: 'P三(三)4' },
  ],
  paysAfterStage: { stage: 4, clause: 'P三(三)4' },
  spending: { warnPoints: 10, alarmPoints: 30, clause: '决定/支出进度' },
  idle: { days: 90, clause: '决定/闲置资金' },
};
