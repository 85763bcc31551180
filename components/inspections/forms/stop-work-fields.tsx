'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { InspectionValues } from '@/lib/domain/inspections/filled';

type Stop = InspectionValues['stop'];
type Props = { stop: Stop; withCompound: boolean; onChange: (stop: Stop) => void; errors: (field: string) => string[] };

/** 停工通知, issued where something is wrong. */
export function StopWorkFields({ stop, withCompound, onChange, errors }: Props) {
  const t = useTranslations('inspections.form');
  const put = (change: Partial<Stop>) => onChange({ ...stop, ...change });
  return (
    <Card>
      <Checkbox label={t('stopWork')} checked={stop.on} onChange={(event) => put({ on: event.target.checked })} />
      {stop.on && (
        <div className="mt-3 space-y-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('stopNo')} error={errors('stopWork.no')} required>
              <Input value={stop.no} maxLength={80} onChange={(event) => put({ no: event.target.value })} />
            </Field>
            <Field label={t('stopScope')} error={errors('stopWork.scope')} required>
              <Select
                value={stop.scope}
                onChange={(event) => put({ scope: event.target.value as Stop['scope'] })}
                options={[
                  { value: 'project', label: t('scopeProject') },
                  ...(withCompound ? [{ value: 'compound', label: t('scopeCompound') }] : []),
                ]}
              />
            </Field>
          </div>
          <Field label={t('stopReason')} error={errors('stopWork.reason')} required>
            <Textarea
              rows={2}
              maxLength={500}
              value={stop.reason}
              onChange={(event) => put({ reason: event.target.value })}
            />
          </Field>
        </div>
      )}
    </Card>
  );
}
