'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ActDialog } from '@/components/annual/act-dialog';
import { Checkbox } from '@/components/ui/checkbox';
import type { FeasibilityDetail } from '@/lib/domain/feasibility/answers';

type Props = { report: FeasibilityDetail; trigger: ReactElement };

/** Which of the year's projects the report covers. */
export function ProjectsDialog({ report, trigger }: Props) {
  const t = useTranslations('annual.feasibility');
  const common = useTranslations('annual');
  const all = [...report.covered, ...report.others].toSorted((a, b) => a.code.localeCompare(b.code));
  const covered = new Set(report.covered.map(({ id }) => id));
  return (
    <ActDialog<FeasibilityDetail>
      wide
      title={t('choose')}
      description={
        <>
          {t('chooseText')}
          {report.status === 'consented' && <span className="block text-amber-ink">{t('changeTakesBack')}</span>}
        </>
      }
      trigger={trigger}
      action={common('save')}
      method="PATCH"
      path={`/api/v1/feasibility-reports/${report.id}`}
      version={report.version}
      fields={[]}
      done={common('saved')}
      bodyOf={(form) => ({ projectIds: form.getAll('project').map(String) })}
    >
      {() =>
        all.length === 0 ? (
          <p className="text-sm text-ink-3">{t('noneToChoose')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {all.map(({ id, code, name }) => (
              <li key={id} className="py-1.5">
                <Checkbox name="project" value={id} label={name} hint={code} defaultChecked={covered.has(id)} />
              </li>
            ))}
          </ul>
        )
      }
    </ActDialog>
  );
}
