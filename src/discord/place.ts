/** Where a message is shown. */
export interface Place {
  /** Whether the asker alone sees it: then it can be shown to everyone. */
  isPrivate: boolean;
}
