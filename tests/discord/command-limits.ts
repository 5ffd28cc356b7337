import { z } from 'zod';
import { isSeen } from './control-limits.js';

/** Commands as Discord registers them (its documentation, "Application Commands" and "Locales"). */

export const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

const typed = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((it) => it === it.toLowerCase(), 'not lower case');
const described = z.string().min(1).max(100).refine(isSeen, 'nothing is to be seen');
/** In the menu of a message. */
const shown = z
  .string()
  .min(1)
  .max(32)
  .refine((it) => it === it.trim(), 'white space around it');

const inLocales = <Text extends z.ZodType>(text: Text) =>
  z.partialRecord(z.enum(LOCALES), text).nullable().optional();
const labels = {
  name: typed,
  name_localizations: inLocales(typed),
  description: described,
  description_localizations: inLocales(described),
};
interface Named {
  name: string;
  name_localizations?: Partial<Record<string, string>> | null | undefined;
}

const required = z.boolean().optional();
const texts = z.strictObject({
  type: z.literal(3),
  ...labels,
  required,
  autocomplete: z.boolean().optional(),
  min_length: z.int().min(0).max(6_000).optional(),
  max_length: z.int().min(1).max(6_000).optional(),
});
const numbers = z.strictObject({
  type: z.literal([4, 10]),
  ...labels,
  required,
  min_value: z.number().optional(),
  max_value: z.number().optional(),
});
const others = z.strictObject({ type: z.literal([5, 6, 7, 8, 9]), ...labels, required });
const options = z
  .array(z.discriminatedUnion('type', [texts, numbers, others]))
  .max(25)
  .superRefine((all, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (all.some((option, i) => option.required && !all.slice(0, i).every((before) => before.required)))
      refuse('a required option after one that is not');
    const names = all.map(({ name }) => name);
    if (new Set(names).size < names.length) refuse('two options of one name');
    for (const locale of LOCALES) {
      const local = all.map((option) => nameIn(option, locale));
      const isTaken = local.some((name, i) => names.some((other, j) => i !== j && other === name));
      if (isTaken || new Set(local).size < local.length) refuse(`two options of one name in ${locale}`);
    }
  });

/** Said of every command, or Discord decides where it can be used. */
const places = {
  integration_types: z.array(z.literal([0, 1])).min(1),
  contexts: z.array(z.literal([0, 1, 2])).min(1),
};
/** Without groups and choices, it never comes near the 8,000 characters that it may have in all. */
const slashCommand = z.strictObject({ type: z.literal(1), ...labels, options, ...places });
const messageCommand = z.strictObject({
  type: z.literal(3),
  name: shown,
  name_localizations: inLocales(shown),
  description: z.literal('').optional(),
  options: z.tuple([]).optional(),
  ...places,
});
/** A command without a type is a slash command. */
const command = z.preprocess(
  (sent) => (typeof sent === 'object' && sent !== null ? { type: 1, ...sent } : sent),
  z.discriminatedUnion('type', [slashCommand, messageCommand]),
);

const MOST: Record<number, number> = { 1: 100, 3: 15 };

export const commands = z.array(command).superRefine((all, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message });
  for (const [type, most] of Object.entries(MOST)) {
    const ofType = all.filter((one) => one.type === Number(type));
    if (ofType.length > most) refuse(`${ofType.length} commands of type ${type}, the most are ${most}`);
    for (const locale of [null, ...LOCALES]) {
      const names = ofType.map((one) => (locale === null ? one.name : nameIn(one, locale)));
      if (new Set(names).size < names.length)
        refuse(`two commands of one name${locale === null ? '' : ` in ${locale}`}`);
    }
  }
});

export type Commands = z.output<typeof commands>;

/** What somebody with this language reads: the name in it, or else the one that is for all. */
export const nameIn = ({ name, name_localizations: local }: Named, locale: string): string =>
  local?.[locale] ?? name;
