import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { UnitDetail } from '@/lib/domain/units/views';
import { UnitForm } from './unit-form';

/** What the prefecture bureau may do with a unit in use. */
export function UnitActions({ unit, today }: { unit: UnitDetail; today: string }) {
  const t = useTranslations('units');
  const path = `/api/v1/units/${unit.id}`;
  const day = { name: 'validFrom', label: t('validFrom'), value: today, type: 'date', required: true } as const;
  return (
    <>
      <Card title={t('rename')} id="rename">
        <UnitForm
          method="PUT"
          path={`${path}/name`}
          unit={unit}
          submit={t('renameSubmit')}
          fields={[
            { name: 'name', label: t('name'), value: unit.name, required: true },
            { name: 'code', label: t('code'), value: unit.code, hint: t('codeHint'), required: true },
            { ...day },
            { name: 'documentNo', label: t('documentNo'), hint: t('documentNoHint') },
          ]}
        />
      </Card>
      <Card title={t('edit')}>
        <UnitForm
          method="PATCH"
          path={path}
          unit={unit}
          shape="facts"
          submit={t('save')}
          fields={[
            { name: 'nameEn', label: t('nameEn'), value: unit.nameEn ?? '' },
            { name: 'sortOrder', label: t('sortOrder'), value: String(unit.sortOrder), type: 'number' },
            { name: 'feasibility', label: t('approver'), value: unit.approvers.feasibility, hint: t('approverHint') },
          ]}
        />
      </Card>
      <Card title={t('retireTitle', { name: unit.name })}>
        <UnitForm
          method="PUT"
          path={`${path}/retirement`}
          unit={unit}
          danger
          submit={t('retire')}
          fields={[
            { name: 'validTo', label: t('validTo'), value: today, type: 'date', required: true },
            { name: 'reason', label: t('reason'), required: true },
          ]}
        />
      </Card>
    </>
  );
}
