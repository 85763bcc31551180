/** Written apart from the product's own queries, so that one can be wrong without the other. */
const unit = (alias: string) =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) END`;
const area = (column: string) => `(coalesce(${column}, 0) / 100.0)::numeric(20, 2)::text`;
const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One line of the compounds list, of compound c, its totals t and its units cu, su, mu. */
export const LIST_ITEM = `json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'county', ${unit('cu')},
  'subdistrict', ${unit('su')}, 'community', ${unit('mu')}, 'address', c.address, 'year', coalesce(c.decisive_year, c.year_built),
  'ownershipKind', c.ownership_kind, 'originalUnit', c.original_unit, 'willingness', c.willingness,
  'hasOwnersCommittee', c.has_owners_committee, 'hasPropertyService', c.has_property_service,
  'hasMaintenanceFund', c.has_maintenance_fund, 'eligibility', c.eligibility,
  'reasonCodes', (SELECT coalesce(json_agg(r -> 'code'), '[]') FROM jsonb_array_elements(c.eligibility_reasons) r),
  'missing', cardinality(c.missing_facts), 'buildings', t.buildings, 'households', t.households,
  'floorArea', ${area('t.floor_area')}, 'exclusiveArea', ${area('t.exclusive_area')}, 'status', c.status, 'version', c.version,
  'updatedAt', ${instant('c.updated_at')})`;

export const LIST_JOINS = `JOIN compound_total t ON t.compound_id = c.id JOIN unit cu ON cu.id = c.county_id
  LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id`;
