import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { textLinkStyle } from './text-link';

export type ListedCondition = {
  key: string;
  title: string;
  met: boolean;
  /** what is missing, one line each, with where it is put right */
  lines: readonly { sentence: string | undefined; href?: string | undefined }[];
  /** beside the title, such as a WhyPopover */
  aside?: ReactNode;
};

/** What something needs, each met or with its reasons and where they are put right. */
export function ConditionList({ conditions }: { conditions: readonly ListedCondition[] }) {
  const t = useTranslations('ui.conditions');
  return (
    <ul className="space-y-2.5">
      {conditions.map(({ key, title, met, lines, aside }) => (
        <li key={key} className="flex items-start gap-2.5 text-sm">
          {met ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-green" />
          ) : (
            <CircleDashed aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-amber" />
          )}
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center justify-between gap-x-3">
              <p className={met ? 'text-ink-2' : 'font-medium'}>
                {title}
                <span className="sr-only">{t(met ? 'met' : 'unmet')}</span>
              </p>
              {aside}
            </div>
            {!met &&
              lines.map(({ sentence, href }) => (
                <p key={`${sentence}${href}`} className="text-ink-3">
                  {sentence}{' '}
                  {href && (
                    <Link href={href} prefetch={false} className={textLinkStyle}>
                      {t('mend')}
                    </Link>
                  )}
                </p>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
