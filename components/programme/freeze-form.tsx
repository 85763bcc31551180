'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { fieldErrors } from '@/lib/client/api';
import type { CampaignDetail } from '@/lib/domain/programme/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';
import { ProblemBanner } from './problem-banner';
import { useSend } from './use-send';

type Props = { campaign: CampaignDetail; incomplete: number; today: string };
const FIELDS = ['baselineOn', 'documentNo'];

/** What will be written down for good is said before it is done. */
export function FreezeForm({ campaign, incomplete, today }: Props) {
  const t = useTranslations('programme.freeze');
  const { send, busy, problem } = useSend<CampaignDetail>();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [values, setValues] = useState({ baselineOn: today, documentNo: '' });
  const { compounds, households, floorArea } = campaign.sum.live;
  const text = t('text', {
    compounds: formatCount(compounds),
    households: formatCount(households),
    area: formatAreaNumber(floorArea),
  });

  function ask(event: FormEvent) {
    event.preventDefault();
    // what is missing is said before anybody is asked whether they are sure
    if (values.documentNo.trim() === '' || values.baselineOn === '') void freeze();
    else setAsking(true);
  }
  async function freeze() {
    const path = `/api/v1/programme/campaigns/${campaign.id}/freeze`;
    const frozen = await send('POST', path, values, { version: campaign.version, done: t('done') });
    // whatever stood against it, the page shows the campaign as it is now
    if (!frozen) router.refresh();
  }

  return (
    <form onSubmit={ask} noValidate className="space-y-4">
      <p className="text-sm text-ink-2">{text}</p>
      {incomplete > 0 && <Banner tone="amber" title={t('incomplete', { count: formatCount(incomplete) })} />}
      <ProblemBanner problem={problem} fields={FIELDS} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('documentNo')} hint={t('documentExample')} error={fieldErrors(problem, 'documentNo')} required>
          <Input
            value={values.documentNo}
            maxLength={80}
            onChange={(event) => setValues({ ...values, documentNo: event.target.value })}
          />
        </Field>
        <Field label={t('baselineOn')} error={fieldErrors(problem, 'baselineOn')} required>
          <Input
            type="date"
            value={values.baselineOn}
            onChange={(event) => setValues({ ...values, baselineOn: event.target.value })}
          />
        </Field>
      </div>
      <Button type="submit" variant="primary" busy={busy}>
        {t('action')}
      </Button>
      <ConfirmDialog
        title={t('confirmTitle', { name: campaign.name })}
        description={text}
        confirmLabel={t('confirm')}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={freeze}
      />
    </form>
  );
}
