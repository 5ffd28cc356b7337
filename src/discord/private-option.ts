/** The option by which whoever asks says whether nobody else sees the answer. */
export const PRIVATE = 'private';

/** What is shown to the asker alone wherever it is asked, so that there is nothing to choose. */
export const ALWAYS_PRIVATE: ReadonlySet<string> = new Set(['help', 'status', 'message']);
