/** 长者模式: the page reads this cookie ('1') and hands the answer to PublicFrame. */
export const largeTypeCookie = 'anju-large-type';
