import { personOf } from './people';
import { hasTaken, idOfPerson, instantOf, type Told } from './told';

const NAMED: [kind: 'design' | 'audit' | 'construction' | 'supervision', after: string][] = [
  ['design', '3.complete'],
  ['audit', '6.complete'],
  ['construction', '7.complete'],
  ['supervision', '7.complete'],
];

/** 参建单位, and the accounts of the entity and the supervisor that are named to the project. */
export function tellParties(told: Told): void {
  const { rows } = told.ground;
  const { letters } = told.county;
  const bureau = idOfPerson(told, `${letters}.zjj1`);
  const place = { project_id: told.id, county_id: told.county.id };
  for (const [kind, after] of NAMED.filter(([, after]) => hasTaken(told, after))) {
    const company = told.company(kind);
    const at = instantOf(told, told.days[after as keyof Told['days']], '11:40');
    rows.add('project_party', {
      ...place,
      kind,
      company_id: company.id,
      person: personOf(`${told.code}/${kind}`),
      created_by: bureau,
      created_at: at,
    });
  }
  const day = Math.min(told.days['3.complete'], -1);
  const accounts = [
    ...(told.story.entity === 'company' ? [`${letters}.ssdw1`, `${letters}.ssdw2`] : []),
    ...(hasTaken(told, '7.complete') ? [`${letters}.jl1`] : []),
  ];
  for (const username of accounts) {
    rows.add('project_person', {
      ...place,
      account_id: idOfPerson(told, username),
      created_by: bureau,
      created_at: instantOf(told, day, '11:50'),
    });
  }
}
