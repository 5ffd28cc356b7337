/** What Discord's REST API answers. */
export interface Response {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

export const refused = (status: number, code: number, message: string): Response => ({
  status,
  body: { code, message },
});

/** Refuses what is wrong, and remembers it. */
export type Refuse = (what: string, wrong: string[]) => Response;

/** @param problems where it is remembered */
export function refuseInto(problems: string[]): Refuse {
  return (what, wrong) => {
    problems.push(...wrong.map((problem) => `${what}: ${problem}`));
    return refused(400, 50035, `Invalid Form Body: ${wrong.join('; ')}`);
  };
}
