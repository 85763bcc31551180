/** One regular expression for here and for SQL. */
export const BARE_UNIT = /^[0-9A-Za-z一二三四五六七八九十]+$/;
/** '1' is written 1单元; what the county already wrote out ('1单元', '东单元') stays as it is. */
export const isBareUnit = (unitNo: string): boolean => BARE_UNIT.test(unitNo);

/** '3栋 2单元 501', as the door says it and as papers write it. */
export const dwellingName = (home: { buildingName: string; unitNo: string; room: string }): string =>
  [home.buildingName, isBareUnit(home.unitNo) ? `${home.unitNo}单元` : home.unitNo, home.room]
    .filter(Boolean)
    .join(' ');
