/**
 * An error whose words a user may read: what was expected, what was found and what to do.
 * Every other error is a fault of ours and is shown as one fixed sentence.
 */
export class UserError extends Error {
  override name = 'UserError';

  /**
   * @param message one or more plain sentences
   * @param exitCode 2 for wrong usage or settings, 1 for everything else
   */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The operating system's code of an error ("ENOENT", "ENOSPC"), or undefined where it has none. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
