import type { ReactNode } from 'react';
import { Logo } from './logo';

export type ErrorTexts = {
  title: string;
  text: string;
  todoLabel: string;
  todo: string;
  requestIdLabel: string;
  tellSupport: string;
};

type Props = {
  status: number;
  texts: ErrorTexts;
  /** More of what was found, such as all reasons of a refusal. */
  reasons?: readonly string[];
  requestId?: string;
  actions?: ReactNode;
};

/** The look of every error page; knows no language, so that it stands even when the texts could not be loaded. */
export function ErrorView({ status, texts, reasons, requestId, actions }: Props) {
  return (
    <div className="mx-auto flex max-w-xl flex-col justify-center px-5 py-[12vh]">
      <div className="mb-6 flex items-center gap-3">
        <Logo className="size-9" />
        <span className="rounded-sm border border-line bg-surface px-2 text-sm font-semibold text-ink-2">{status}</span>
      </div>
      <h1 className="text-2xl font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-2 text-lg text-ink-2">{texts.text}</p>
      {reasons && reasons.length > 0 && (
        <ul className="mt-3 list-disc space-y-1 pl-5 text-ink-2">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div className="mt-6 rounded-lg border border-line bg-surface px-5 py-4">
        <p className="text-sm font-medium text-ink-3">{texts.todoLabel}</p>
        <p className="mt-0.5">{texts.todo}</p>
        {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
      </div>
      {requestId && (
        <p className="mt-5 text-sm text-ink-3">
          {texts.requestIdLabel} <code className="font-mono text-ink-2 select-all">{requestId}</code>
          <br />
          {texts.tellSupport}
        </p>
      )}
    </div>
  );
}
