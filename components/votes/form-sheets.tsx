import './form-sheet.css';
import type { FormPrint } from '@/lib/domain/votes/form-print';
import { formSheets } from './form-sheet';

/** Three hundred sheets as text: React would make each of their thousands of pieces by itself. Only for the server. */
export function FormSheets({ print }: { print: FormPrint }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: its texts were escaped by `html`
  return <div className="form-sheets" dangerouslySetInnerHTML={{ __html: formSheets(print).toString() }} />;
}
