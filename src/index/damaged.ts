import { UserError } from '../user-error.js';

/** An index that is not as it was written. The words are for who runs the program, not for who asks in Discord. */
export class DamagedIndex extends UserError {
  override name = 'DamagedIndex';

  /** @param found what is damaged: a part of a sentence */
  constructor(
    message: string,
    readonly found: string,
  ) {
    super(message);
  }
}

/** What is wrong with a file that cannot be read: a part of a sentence. */
export const unreadable = (name: string, code: string): string =>
  code === 'ENOENT' ? `${name} is missing` : `${name} cannot be read (${code})`;

/** @param directory the folder of the index */
export function damaged(directory: string, found: string): DamagedIndex {
  return new DamagedIndex(
    `The index in ${directory} is damaged: ${found}. Run "npm run index" to build it again.`,
    found,
  );
}
