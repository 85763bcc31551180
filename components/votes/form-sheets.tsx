import './form-sheet.css';
import type { FormPrint } from '@/lib/domain/votes/form-print';
import { formSheets } from './form-sheet';

/** Three hundred sheets as text: React would make each of their thousands of pieces by itself. Only for the server. */
export function FormSheets({ print, label }: { print: FormPrint; label: string }) {
  if (print.sheets.length === 0) return null;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="form-sheets focus-inset"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: its texts were escaped by `html`
      dangerouslySetInnerHTML={{ __html: formSheets(print).toString() }}
    />
  );
}
