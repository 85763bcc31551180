'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from './icon-button';

/** A number, code or one-time password with a button that copies it. */
export function Copyable({ text, mono = true }: { text: string; mono?: boolean }) {
  const t = useTranslations('ui');
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }

  return (
    <span className="inline-flex items-center gap-1">
      <span className={mono ? 'font-mono text-sm' : undefined}>{text}</span>
      <IconButton label={copied ? t('copied') : t('copy')} size="sm" className="no-print size-7" onClick={copy}>
        {copied ? <Check aria-hidden="true" className="text-green" /> : <Copy aria-hidden="true" />}
      </IconButton>
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </span>
  );
}
