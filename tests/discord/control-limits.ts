import { z } from 'zod';

/** Buttons and menus as Discord takes them (its documentation, "Component Reference"). */

const custom_id = z.string().min(1).max(100);
const disabled = z.boolean().optional();

const label = z.string().min(1).max(80).refine(isSeen, 'nothing is to be seen');
const tappedOn = z.strictObject({
  type: z.literal(2),
  style: z.literal([1, 2, 3, 4]),
  label,
  custom_id,
  disabled,
});
/** Opens an address, and tells nobody. */
const link = z.strictObject({
  type: z.literal(2),
  style: z.literal(5),
  label,
  url: z.url({ protocol: /^(?:https?|discord)$/ }).max(512),
  disabled,
});
export const button = z.discriminatedUnion('style', [tappedOn, link]);

const MOST_ENTRIES = 25;

const entry = z.strictObject({
  label: z.string().min(1).max(100).refine(isSeen, 'nothing is to be seen'),
  value: z.string().min(1).max(100),
  description: z.string().min(1).max(100).optional(),
  default: z.boolean().optional(),
});
export const select = z
  .strictObject({
    type: z.literal(3),
    custom_id,
    placeholder: z.string().max(150).optional(),
    min_values: z.int().min(0).max(MOST_ENTRIES).optional(),
    max_values: z.int().min(1).max(MOST_ENTRIES).optional(),
    options: z.array(entry).min(1).max(MOST_ENTRIES),
    disabled,
  })
  .superRefine(({ options, min_values: least = 1, max_values: most = 1 }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (new Set(options.map(({ value }) => value)).size < options.length)
      refuse('two entries have the same value');
    if (least > most || most > options.length)
      refuse(`${least} to ${most} of ${options.length} entries cannot be chosen`);
    if (options.filter((one) => one.default).length > most) refuse('more entries are chosen than may be');
  });

export type Button = z.output<typeof button>;
export type Select = z.output<typeof select>;

/** Whether anything but white space is in it, which Discord cuts off. */
export function isSeen(text: string): boolean {
  return text.trim() !== '';
}
