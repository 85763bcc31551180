import { CircleDashed, Paperclip } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { SchemeView } from '@/lib/domain/votes/answers';
import { PartDialog } from './part-dialog';

export interface PartName {
  code: string;
  name: string;
  nameEn: string;
}

type Props = { scheme: SchemeView; names: readonly PartName[]; mayWrite: boolean };

/** The six parts of P四(三)2 as residents read them, each with its file; what is missing says so. */
export function PartsCard({ scheme, names, mayWrite }: Props) {
  const t = useTranslations('voteDesk.schemes');
  const locale = useLocale();
  const nameOf = (one: PartName) => (locale === 'en' ? one.nameEn : one.name);
  const missing = names.filter(({ code }) => scheme.missing.includes(code)).map(nameOf);
  return (
    <Card
      title={t('parts')}
      id="parts"
      description={
        <>
          {t('partsText')}
          {missing.length > 0 && (
            <span className="block text-amber-ink">
              {t('missingNames', { names: missing.join(locale === 'en' ? ', ' : '、') })}
            </span>
          )}
        </>
      }
      action={
        <StatusLight light={missing.length === 0 ? 'green' : 'amber'}>
          {missing.length === 0 ? t('complete') : t('missing', { count: missing.length })}
        </StatusLight>
      }
    >
      <ol className="divide-y divide-line">
        {names.map((one) => {
          const part = scheme.parts.find(({ part: code }) => code === one.code);
          return (
            <li key={one.code} id={`part-${one.code}`} className="py-3 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <h3 className="font-medium">{nameOf(one)}</h3>
                {mayWrite && (
                  <PartDialog
                    scheme={scheme}
                    code={one.code}
                    name={nameOf(one)}
                    part={part}
                    trigger={
                      <Button size="sm" aria-label={`${t(part ? 'part.edit' : 'part.write')} ${nameOf(one)}`}>
                        {t(part ? 'part.edit' : 'part.write')}
                      </Button>
                    }
                  />
                )}
              </div>
              {part ? (
                <>
                  <p className="mt-1 text-sm whitespace-pre-line text-ink-2">{part.summary}</p>
                  {part.fileId && (
                    <p className="mt-1.5 text-sm">
                      <Paperclip aria-hidden="true" className="mr-1 inline size-3.5 text-ink-3" />
                      <TextLink href={`/api/v1/files/${part.fileId}`} target="_blank">
                        {part.fileName ?? t('part.file')}
                      </TextLink>{' '}
                      <span className="font-mono text-xs text-ink-3" title={part.sha256 ?? undefined}>
                        {part.sha256?.slice(0, 12)}…
                      </span>
                    </p>
                  )}
                </>
              ) : (
                <p className="mt-1 flex items-center gap-1.5 text-sm text-amber-ink">
                  <CircleDashed aria-hidden="true" className="size-4" />
                  {t('part.missing')}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
