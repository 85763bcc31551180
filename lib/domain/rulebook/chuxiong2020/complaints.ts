const subject = (code: string, name: string, nameEn: string) => ({ code, name, nameEn });

/** What residents write about, and how their satisfaction is asked for, where P四(四) names only the result. */
export const complaints = {
  subjects: [
    subject('quality', '工程质量', 'Quality of the works'),
    subject('safety', '安全文明施工', 'Safety and orderly site'),
    subject('disturbance', '施工扰民', 'Disturbance by the works'),
    subject('progress', '改造进度', 'Progress'),
    subject('money', '资金与收费', 'Money and charges'),
    subject('notices', '公示与表决', 'Notices and votes'),
    subject('service', '物业与后续管理', 'Property service and aftercare'),
    subject('other', '其他', 'Other'),
  ],
  /** a complainant may ask once that it be looked at again, so many days after the answer */
  reopenDays: 15,
  /** waits for the office as due soon */
  soonDays: 3,
  clause: '决定/投诉事项',
};

export const satisfaction = {
  answers: [
    { code: 'satisfied', name: '满意', nameEn: 'Satisfied', counts: true },
    { code: 'fair', name: '基本满意', nameEn: 'Fairly satisfied', counts: true },
    { code: 'dissatisfied', name: '不满意', nameEn: 'Dissatisfied', counts: false },
  ],
  leastAnswers: 5,
  fromStage: 8,
  clause: '决定/满意户',
};
