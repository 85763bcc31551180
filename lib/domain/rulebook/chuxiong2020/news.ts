const CARRIED = '附件/刊载表扬';
const MET = '附件/推进会采访';
const TOLD = '附件/信息编报';
const ALL = ['county', 'prefecture', 'province', 'nation'];

const level = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: '决定/新闻级别' });
const medium = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: '决定/新闻媒体' });
const kind = (code: string, name: string, nameEn: string, clause: string, asks: string[], levels = ALL) => ({
  ...{ code, name, nameEn, clause, asks, levels },
});

/** What a county files as news, and what of it the three criteria of 新闻宣传 count (annex, indicator 新闻宣传). */
export const news = {
  levels: [
    level('county', '县市级', 'County'),
    level('prefecture', '州级', 'Prefecture'),
    level('province', '省级', 'Province'),
    level('nation', '国家级', 'Nation'),
  ],
  media: [
    medium('press', '报刊', 'Press'),
    medium('television', '电视', 'Television'),
    medium('radio', '广播', 'Radio'),
    medium('website', '网站', 'Website'),
    medium('account', '公众号、新媒体', 'Social media account'),
    medium('bulletin', '简报、信息专刊', 'Bulletin'),
    medium('other', '其他', 'Other'),
  ],
  kinds: [
    kind('report', '新闻报道', 'News report', CARRIED, ['medium']),
    kind('special', '信息专刊刊载', 'Carried by an official bulletin', CARRIED, ['medium']),
    kind('praise', '州级以上表扬', 'Praise by the prefecture or above', CARRIED, ['document'], ALL.slice(1)),
    kind('siteMeeting', '现场推进会', 'On-site meeting', MET, ['meeting']),
    kind('interview', '媒体采访报道', 'Media interview', MET, ['medium']),
    kind('progress', '推进情况信息', 'Brief on progress', TOLD, ['medium']),
    kind('experience', '经验交流材料', 'Paper on experience', TOLD, ['medium']),
    kind('results', '主要成效信息', 'Brief on results', TOLD, ['medium']),
  ],
  criteria: [
    {
      code: '11.1',
      name: '省级刊载或州级以上表扬',
      nameEn: 'Carried by the province, or praised',
      atLeast: 1,
      clause: CARRIED,
      counts: [
        { kinds: ['report', 'special', 'interview'], from: 'province' },
        { kinds: ['praise'], from: 'prefecture' },
      ],
    },
    {
      code: '11.2',
      name: '现场推进会或州级以上采访',
      nameEn: 'On-site meeting, or prefecture media',
      atLeast: 1,
      clause: MET,
      counts: [
        { kinds: ['siteMeeting'], from: 'county' },
        { kinds: ['interview'], from: 'prefecture' },
      ],
    },
    {
      code: '11.3',
      name: '编报信息',
      nameEn: 'Briefs filed',
      atLeast: 3,
      clause: TOLD,
      counts: [{ kinds: ['progress', 'experience', 'results'], from: 'county' }],
    },
  ],
  clause: '决定/新闻年度',
};
