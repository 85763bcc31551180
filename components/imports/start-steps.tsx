import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SurveyDownload } from './survey-download';
import { UploadBox } from './upload-box';

/** 下载 → 填写 → 上传: the whole way, and the two places where something is done. */
export function StartSteps({ mayUnmask }: { mayUnmask: boolean }) {
  const t = useTranslations('imports.steps');
  return (
    <ol
      aria-label={t('label')}
      className="mb-8 grid gap-x-8 gap-y-6 rounded-lg border border-line bg-surface p-5 shadow-card lg:grid-cols-[1fr_1fr_1.4fr]"
    >
      <Step number={1} title={t('download')} text={t('downloadText')}>
        <SurveyDownload mayUnmask={mayUnmask} />
      </Step>
      <Step number={2} title={t('fill')} text={t('fillText')} />
      <Step number={3} title={t('upload')} text={t('uploadText')}>
        <UploadBox />
        <p className="mt-2 text-sm text-ink-3">{t('foreign')}</p>
      </Step>
    </ol>
  );
}

type StepProps = { number: number; title: string; text: string; children?: ReactNode };

function Step({ number, title, text, children }: StepProps) {
  return (
    <li className="flex min-w-0 gap-3">
      <span
        aria-hidden="true"
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent text-xs font-semibold text-on-accent"
      >
        {number}
      </span>
      <div className="min-w-0 grow">
        <h2 className="font-semibold">{title}</h2>
        <p className="mt-1 mb-3 text-sm text-ink-2">{text}</p>
        {children}
      </div>
    </li>
  );
}
