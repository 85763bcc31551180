'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { IconButton } from './icon-button';

/** A number, code, token or one-time password with a button that copies it. */
export function Copyable({ text, mono = true }: { text: string; mono?: boolean }) {
  const t = useTranslations('ui');
  const shown = useRef<HTMLSpanElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    const done = await write(text, shown.current);
    setCopied(done);
    if (done) setTimeout(() => setCopied(false), 2000);
  }

  return (
    <span className="inline-flex items-center gap-1">
      <span ref={shown} className={mono ? 'min-w-0 font-mono text-sm break-all' : undefined}>
        {text}
      </span>
      <IconButton label={copied ? t('copied') : t('copy')} size="sm" className="no-print size-7" onClick={copy}>
        {copied ? <Check aria-hidden="true" className="text-green" /> : <Copy aria-hidden="true" />}
      </IconButton>
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </span>
  );
}

/** Over plain http there is no clipboard: the text is marked and copied the old way, and stays marked where even that is refused. */
async function write(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) window.getSelection()?.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}
