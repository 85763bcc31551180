/** 10:32, as clocks in Asia/Shanghai show it: when something was kept. */
export const timeOfDay = (date: Date): string =>
  date.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
