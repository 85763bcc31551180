import { type Reason, reason } from '../kernel/result';

export interface PersonFacts {
  role: string;
  disabled: boolean;
  /** of the project's county */
  ofCounty: boolean;
  /** named to it and not ended */
  named: boolean;
}

/** People of projects are named one by one: those of the implementing entity, and who supervises. */
export function nameReasons(person: PersonFacts | null): Reason[] {
  const field = 'accountId';
  if (!person?.ofCounty) return [reason('project.personUnknown', undefined, { field })];
  return [
    ...(person.role === 'implementing_entity' || person.role === 'supervisor'
      ? []
      : [reason('project.personRole', undefined, { field })]),
    ...(person.disabled ? [reason('project.personDisabled', undefined, { field })] : []),
    ...(person.named ? [reason('project.personNamed', undefined, { field })] : []),
  ];
}
