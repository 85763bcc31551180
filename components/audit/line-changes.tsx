import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import { type Difference, DiffList } from '@/components/ui/diff-list';
import type { AuditLineView } from '@/lib/domain/audit/views';
import { differencesOf } from './differences';

/** A change of so few values is shown as it is; more stand behind one line. */
const SHORT = 3;

/** What a line says, in one line of text where it is long, with the whole behind it. */
export function LineChanges({ line }: { line: AuditLineView }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const differences = differencesOf(t, line, locale);
  if (differences.length === 0) return null;
  const made = line.before === null;
  if (!made && differences.length <= SHORT) return <DiffList differences={differences} />;
  const count = differences.length;
  const said = made ? values(differences) : differences.map(({ field }) => field);
  const text = said.slice(0, SHORT).join(locale === 'en' ? ', ' : '，');
  if (made && count <= SHORT) return <p className="text-ink-2">{text}</p>;
  return (
    <details className="group/changes">
      <summary className="inline-flex min-h-6 max-w-full items-start gap-1 rounded-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:items-center">
        <ChevronRight
          aria-hidden="true"
          className="mt-0.75 size-4 shrink-0 text-ink-3 transition-transform group-open/changes:rotate-90"
        />
        <span className="min-w-0">{t(made ? 'andMore' : 'changed', { text, count })}</span>
      </summary>
      <div className="mt-1.5">
        {made ? (
          <div className="rounded-md border border-line p-3">
            <DefinitionList
              items={differences.map(({ field, after }) => ({ term: field, value: after }))}
              columns={2}
            />
          </div>
        ) : (
          <DiffList differences={differences} />
        )}
      </div>
    </details>
  );
}

const values = (differences: readonly Difference[]) => differences.map(({ field, after }) => `${field} ${after}`);
