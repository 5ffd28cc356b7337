import { z } from 'zod';

/**
 * What Discord takes and what it refuses, from its documentation ("Application Commands", "Component Reference",
 * "Receiving and Responding"). Stricter in two things: no unknown fields, and nothing is ever sent that may ping.
 */

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;

const text = z.strictObject({ type: z.literal(10), content: z.string().min(1).max(4_000) });
const separator = z.strictObject({
  type: z.literal(14),
  divider: z.boolean().optional(),
  spacing: z.int().optional(),
});
const button = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: z.string().min(1).max(80),
  custom_id: z.string().min(1).max(100),
  disabled: z.boolean().optional(),
});
const row = z.strictObject({ type: z.literal(1), components: z.array(button).min(1).max(5) });
const container = z.strictObject({
  type: z.literal(17),
  accent_color: z.int().min(0).max(0xffffff).optional(),
  components: z.array(z.discriminatedUnion('type', [text, separator, row])).min(1),
});

export type Component = z.output<typeof container> | z.output<typeof container>['components'][number];

const MOST_COMPONENTS = 40;
const LONGEST_TEXT = 4_000;

const components = z
  .array(z.discriminatedUnion('type', [container, text, separator, row]))
  .min(1)
  .superRefine((top, context) => {
    const all = everyComponent(top);
    const letters = all.reduce((sum, part) => sum + (part.type === 10 ? part.content.length : 0), 0);
    const ids = all.flatMap((part) =>
      part.type === 1 ? part.components.map((control) => control.custom_id) : [],
    );
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    const count = all.length + ids.length;
    if (count > MOST_COMPONENTS) refuse(`${count} components, the most are ${MOST_COMPONENTS}`);
    if (letters > LONGEST_TEXT) refuse(`${letters} characters of text, the most are ${LONGEST_TEXT}`);
    if (new Set(ids).size < ids.length) refuse('two components have the same custom_id');
  });

/** All components of a message but its buttons, which stand in their rows. */
export function everyComponent(top: Component[]): Component[] {
  return top.flatMap((part) => [part, ...(part.type === 17 ? everyComponent(part.components) : [])]);
}

const message = z.strictObject({
  flags: z
    .int()
    .refine((flags) => (flags & V2) !== 0 && (flags & ~(V2 | EPHEMERAL)) === 0, 'not just Components V2'),
  components,
  allowed_mentions: z.strictObject({ parse: z.tuple([]) }),
  // What discord.js adds of itself.
  tts: z.literal(false).optional(),
  enforce_nonce: z.literal(false).optional(),
});

const callback = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.int().refine((flags) => flags === 0 || flags === EPHEMERAL) }),
  }),
  z.strictObject({ type: z.literal(6) }),
]);

const name = z
  .string()
  .regex(/^[-_\p{L}\p{N}]{1,32}$/u)
  .refine((it) => it === it.toLowerCase(), 'not lower case');
const description = z.string().min(1).max(100);
const option = z.strictObject({
  type: z.int().min(3).max(11),
  name,
  description,
  required: z.boolean().optional(),
  min_length: z.int().min(0).max(6_000).optional(),
  max_length: z.int().min(1).max(6_000).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
});
const commands = z
  .array(
    z.strictObject({
      name,
      description,
      options: z
        .array(option)
        .max(25)
        .refine(
          (all) =>
            all.every(({ required }, i) => !required || all.slice(0, i).every((before) => before.required)),
          'a required option after one that is not',
        ),
      integration_types: z.array(z.literal([0, 1])).min(1),
      contexts: z.array(z.literal([0, 1, 2])).min(1),
    }),
  )
  .max(100)
  .refine(
    (all) => new Set(all.map((command) => command.name)).size === all.length,
    'two commands of one name',
  );

export type Message = z.output<typeof message>;
export type Callback = z.output<typeof callback>;
export type Commands = z.output<typeof commands>;

export const checks = { message, callback, commands };

/** What is wrong with what was sent: nothing where Discord would take it. */
export function problemsOf(check: z.ZodType, sent: unknown): string[] {
  const parsed = check.safeParse(sent);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message: words }) => `${path.join('.')}: ${words}`);
}
