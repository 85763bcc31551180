/** What this person may do here; buttons that would be refused are not shown. */
export interface Rights {
  write: boolean;
  retire: boolean;
  register: boolean;
  reveal: boolean;
  upload: boolean;
}
