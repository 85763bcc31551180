'use client';

import { ScanBarcode } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { canScan } from '@/lib/client/scan';
import { ScanDialog } from './scan-dialog';

type Props = { value: string; onChange: (formNo: string) => void };

/** Typed, or read by the camera where the browser can. */
export function FormNumber({ value, onChange }: Props) {
  const t = useTranslations('field.form');
  const [scanning, setScanning] = useState(false);
  return (
    <div className="flex items-start gap-2">
      <FormField label={t('formNo')} hint={t('formNoHint')} optional className="grow">
        <Input
          value={value}
          maxLength={60}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      </FormField>
      {canScan() && (
        <Button
          size="lg"
          className="mt-6.5"
          icon={<ScanBarcode aria-hidden="true" />}
          onClick={() => setScanning(true)}
        >
          {t('scan')}
        </Button>
      )}
      {scanning && (
        <ScanDialog
          onClose={() => setScanning(false)}
          onFound={(found) => {
            onChange(found);
            setScanning(false);
          }}
        />
      )}
    </div>
  );
}
