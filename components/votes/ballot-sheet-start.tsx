'use client';

import { FileSpreadsheet } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { SheetSource } from '@/lib/client/ballot-sheet';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHANNEL_LABELS } from '@/lib/domain/votes/labels';
import { CHANNELS, type Channel } from '@/lib/domain/votes/types';

// Old .xls and .et are let through: the server says by content what they are and how to save them anew.
const TYPES = ['.xlsx', '.csv', '.xls', '.xlsm', '.et'];
const MAX_BYTES = 5 * 1024 * 1024;

type Props = {
  roundId: string;
  channel: Channel;
  busy: boolean;
  onChannel: (channel: Channel) => void;
  onSource: (source: SheetSource) => void;
};

/** Three ways in: the round's own sheet, a file, or cells from the clipboard. */
export function BallotSheetStart({ roundId, channel, busy, onChannel, onSource }: Props) {
  const t = useTranslations('voteSheet.start');
  const locale = useLocale();
  const [text, setText] = useState('');
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-3">
        <LinkButton
          download
          href={`/api/v1/rounds/${roundId}/ballots/template.xlsx`}
          icon={<FileSpreadsheet aria-hidden="true" />}
        >
          {t('template')}
        </LinkButton>
        <span className="max-w-xl">{t('templateText')}</span>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title={t('file')}>
          <FileDrop
            label={t('file')}
            hint={t('fileHint')}
            types={TYPES}
            maxBytes={MAX_BYTES}
            files={[]}
            disabled={busy}
            onChange={([file]) => file && onSource({ kind: 'file', file })}
          />
        </Card>
        <Card>
          <Field label={t('paste')} hint={t('pasteText')}>
            <Textarea
              rows={4}
              value={text}
              disabled={busy}
              placeholder={t('pasteHint')}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <Button
            className="mt-3"
            disabled={busy || text.trim() === ''}
            onClick={() => onSource({ kind: 'text', text })}
          >
            {t('read')}
          </Button>
        </Card>
      </div>
      <Field label={t('channel')} hint={t('channelHint')} className="max-w-sm">
        <Select
          value={channel}
          disabled={busy}
          onChange={(event) => onChannel(event.target.value as Channel)}
          options={CHANNELS.map((value) => ({ value, label: labelIn(CHANNEL_LABELS[value], locale) }))}
        />
      </Field>
    </div>
  );
}
