import ExcelJS from 'exceljs';

export type Cell = string | number | null;
export type RowByHeader = Record<string, Cell>;

/** The workbook as the clerk has it open: finds columns by their headings, writes below what is there. */
export class Workbook {
  private constructor(private readonly book: ExcelJS.Workbook) {}

  static async open(file: string): Promise<Workbook> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    return new Workbook(book);
  }

  /** Row of the headings and the column of each (without star and unit). */
  private headings(sheet: string): { row: number; columns: Map<string, number>; page: ExcelJS.Worksheet } {
    const page = this.book.getWorksheet(sheet);
    if (!page) throw new Error(`no sheet ${sheet}`);
    for (let row = 1; row <= 10; row++) {
      const columns = new Map<string, number>();
      page.getRow(row).eachCell((cell, column) => {
        columns.set(cell.text.replace(/（[^）]*）|\*/g, '').trim(), column);
      });
      if (columns.has('小区名称') && columns.size > 3) return { row, columns, page };
    }
    throw new Error(`no headings in ${sheet}`);
  }

  /** Number of rows with a name below the headings, the example not counted. */
  names(sheet: string): string[] {
    const { row, columns, page } = this.headings(sheet);
    const at = columns.get('小区名称') ?? 1;
    const found: string[] = [];
    page.eachRow((line, number) => {
      const name = line.getCell(at).text;
      if (number > row && name && !name.startsWith('示例')) found.push(name);
    });
    return found;
  }

  /** Adds rows after the last one; answers the sheet row of each. */
  append(sheet: string, rows: RowByHeader[]): number[] {
    const { columns, page } = this.headings(sheet);
    const at = columns.get('小区名称') ?? 1;
    let last = 1;
    page.eachRow((line, number) => {
      if (line.getCell(at).text) last = number;
    });
    return rows.map((values, index) => {
      const number = last + 1 + index;
      for (const [header, value] of Object.entries(values)) {
        const column = columns.get(header);
        if (!column) throw new Error(`no column ${header} in ${sheet}: ${[...columns.keys()].join(' ')}`);
        page.getRow(number).getCell(column).value = value;
      }
      return number;
    });
  }

  /** 'C12' of a heading's cell in that row. */
  address(sheet: string, header: string, row: number): string {
    const { columns, page } = this.headings(sheet);
    return page.getRow(row).getCell(columns.get(header) ?? 1).address;
  }

  async save(file: string): Promise<string> {
    await this.book.xlsx.writeFile(file);
    return file;
  }
}
