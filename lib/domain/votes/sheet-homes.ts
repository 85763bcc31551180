import { nameKey } from '../imports/compound-reference';

/** A dwelling of the frozen roll, as a row of a sheet may name it. */
export interface SheetHome {
  id: string;
  buildingName: string;
  unitNo: string;
  room: string;
}

/** What a row says of where; '' where it says nothing. */
export interface Named {
  building: string;
  unitNo: string;
  room: string;
}

export type Found = { home: SheetHome } | { code: 'building' | 'room' | 'ambiguous' | 'unnamed' };

const NUMERALS = '零一二三四五六七八九';

/** 三 → 3, 十二 → 12, 二十 → 20: numbers of buildings and entrances. */
function inDigits(text: string): string {
  return text.replace(/[一二三四五六七八九十]{1,3}/g, (written) => {
    const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written);
    if (!match || (!match[2] && match[1] && match[3])) return written;
    const digit = (sign: string | undefined, none: number) => (sign ? NUMERALS.indexOf(sign) : none);
    return String(match[2] ? digit(match[1], 1) * 10 + digit(match[3], 0) : digit(match[1] ?? match[3], 0));
  });
}

const bare = (text: string, suffix: RegExp): string =>
  inDigits(nameKey(text))
    .replace(/^第(?=\d)/, '')
    .replace(suffix, '')
    .replace(/^0+(?=\d)/, '');

/** 1栋, 1幢, 1号楼, 第一栋, 01 are one building where the roll has no two of them. */
const looseBuilding = (text: string) => bare(text, /(?<=.)(号楼|栋楼|栋|幢|座|楼|号|#)$/);
const looseUnit = (text: string) => bare(text, /(?<=.)(单元|门|号)$/);
const looseRoom = (text: string) => bare(text, /(?<=.)(号房|室|房|号|户)$/);

type Keys = [building: string, unit: string, room: string];
const exactly = ({ building, unitNo, room }: Named): Keys => [nameKey(building), nameKey(unitNo), nameKey(room)];
const loosely = ({ building, unitNo, room }: Named): Keys => [
  looseBuilding(building),
  looseUnit(unitNo),
  looseRoom(room),
];

interface Listed {
  home: SheetHome;
  keys: Keys;
}

class Index {
  private readonly byRoom = new Map<string, Listed[]>();
  private readonly buildings = new Set<string>();

  constructor(
    homes: readonly SheetHome[],
    private readonly keysOf: (named: Named) => Keys,
  ) {
    for (const home of homes) {
      const keys = keysOf({ building: home.buildingName, unitNo: home.unitNo, room: home.room });
      this.buildings.add(keys[0]);
      this.byRoom.set(keys[2], [...(this.byRoom.get(keys[2]) ?? []), { home, keys }]);
    }
  }

  knowsBuilding = (named: Named): boolean => this.buildings.has(this.keysOf(named)[0]);

  /** Whatever the row says must be so; what it leaves out may be anything, as long as one dwelling is left. */
  find(named: Named): SheetHome[] {
    const [building, unit, room] = this.keysOf(named);
    const left = (this.byRoom.get(room) ?? []).filter(
      ({ keys }) => (building === '' || keys[0] === building) && (unit === '' || keys[1] === unit),
    );
    const withoutUnit = unit === '' ? left.filter(({ keys }) => keys[1] === '') : [];
    return (left.length > 1 && withoutUnit.length === 1 ? withoutUnit : left).map(({ home }) => home);
  }
}

const WHERE = /^(.+?(?:号楼|栋|幢|座|楼|#))(?:(.+?)(?:单元|门))?(.+)$/;

/** 1栋2单元301室, 1-2-301, 1-301: a dwelling written in one cell. */
export function splitWhere(text: string): Named {
  const key = nameKey(text);
  const parts = key.split(/[-—–_/]/).filter((part) => part !== '');
  if (parts.length === 3) return { building: parts[0] ?? '', unitNo: parts[1] ?? '', room: parts[2] ?? '' };
  if (parts.length === 2) return { building: parts[0] ?? '', unitNo: '', room: parts[1] ?? '' };
  const match = WHERE.exec(key);
  return match
    ? { building: match[1] ?? '', unitNo: match[2] ?? '', room: match[3] ?? '' }
    : { building: '', unitNo: '', room: key };
}

/** Finds dwellings of a roll by what a row says: first letter by letter, then 1栋 for 1幢 and 301室 for 301. Never a guess among several. */
export class SheetHomes {
  private readonly exact: Index;
  private readonly loose: Index;

  constructor(homes: readonly SheetHome[]) {
    this.exact = new Index(homes, exactly);
    this.loose = new Index(homes, loosely);
  }

  find(named: Named): Found {
    if (nameKey(named.room) === '') return { code: 'unnamed' };
    for (const index of [this.exact, this.loose]) {
      const [home, other] = index.find(named);
      if (other) return { code: 'ambiguous' };
      if (home) return { home };
    }
    const isBuilding = named.building === '' || this.exact.knowsBuilding(named) || this.loose.knowsBuilding(named);
    return { code: isBuilding ? 'room' : 'building' };
  }

  /** 1-2-301 may also be the room itself, in a building whose rooms are called so. */
  findWhere(text: string): Found {
    const whole = this.find({ building: '', unitNo: '', room: text });
    return 'home' in whole ? whole : this.find(splitWhere(text));
  }
}
