import type { MenuItem, Rulebook } from './schema';
import type { CheckPoint } from './schema-site';
import type { PaperKind } from './schema-workflow';

type Need = Rulebook['stages'][number]['needs'][number];
interface Asked {
  stage: number;
  /** codes of the steps before which it must be met; none: as the workflow says already */
  steps?: string[];
  /** code of the need that it is listed before; else it is the last */
  before?: string;
  /** what meets it, where that is a paper */
  paper?: PaperKind;
}

const placed = (needs: readonly Need[], need: Need, before: string | undefined): Need[] => {
  const at = needs.findIndex(({ code }) => code === before);
  return at < 0 ? [...needs, need] : needs.toSpliced(at, 0, need);
};

/** A later version has one item more, last of its group, with what inspectors look at: matrix, workbook and forms show the menu in its order. */
export function withItem(
  book: Rulebook,
  item: Omit<MenuItem, 'code' | 'order'>,
  points: readonly Omit<CheckPoint, 'code' | 'item'>[],
): Rulebook {
  const isOfGroup = ({ scope, necessity }: MenuItem) => scope === item.scope && necessity === item.necessity;
  const at = book.menu.findLastIndex(isOfGroup);
  const last = book.menu[at];
  if (!last) throw new Error(`no item of the menu is ${item.scope} and ${item.necessity}`);
  const order = last.order + 1;
  const code = `${last.code.slice(0, 3)}${String(order).padStart(2, '0')}`;
  const own = points.map((point, no) => ({ ...point, item: code, code: `${code}-${String(no + 1).padStart(2, '0')}` }));
  const { site } = book;
  const checklists = site && { ...site.checklists, points: [...site.checklists.points, ...own] };
  return {
    ...book,
    menu: book.menu.toSpliced(at + 1, 0, { ...item, code, order }),
    ...(site && checklists && { site: { ...site, checklists } }),
  };
}

/** A later version asks for one thing more. The version before it was loaded and stays as it is: nothing of it is changed in place. */
export function withNeed(book: Rulebook, need: Need, { stage, steps = [], before, paper }: Asked): Rulebook {
  const { workflow } = book;
  return {
    ...book,
    stages: book.stages.map((one) => (one.number === stage ? { ...one, needs: placed(one.needs, need, before) } : one)),
    workflow: workflow && {
      ...workflow,
      stages: workflow.stages.map((one) =>
        one.stage === stage
          ? {
              ...one,
              steps: one.steps.map((step) =>
                steps.includes(step.code) ? { ...step, needs: [...step.needs, need.code] } : step,
              ),
            }
          : one,
      ),
      papers: paper ? [...workflow.papers, paper] : workflow.papers,
    },
  };
}
