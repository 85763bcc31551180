/** A unit as lists and headers name it. */
export interface NamedUnit {
  id: string;
  name: string;
  /** null: only its Chinese name is known */
  nameEn: string | null;
}
