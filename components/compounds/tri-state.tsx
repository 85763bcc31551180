import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  id: string;
  name: string;
  label: string;
  error?: string | readonly string[];
};

/** 是 / 否 / 未填: not knowing is an answer of its own, never a no. */
export function TriState({ id, name, label, error, ...rest }: Props) {
  const t = useTranslations('compounds.tri');
  return (
    <Field group id={id} label={label} error={error}>
      <RadioGroup
        name={name}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
          { value: '', label: t('unknown') },
        ]}
        {...rest}
      />
    </Field>
  );
}
