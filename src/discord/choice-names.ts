import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Choice } from '../catalogue.js';
import { dayInWords } from '../day/day-in-words.js';
import { languageInWords } from '../language-in-words.js';
import type { Reader } from '../load-languages.js';
import { titleOf } from '../view.js';

/** What is shown of a choice, and what stands for it in the option. */
export type NamedChoice = ApplicationCommandOptionChoiceData<string>;

/** Discord takes so many, of so many characters (Discord's documentation, "Application Command Option Choice Structure"). */
const MOST = 25;
const LONGEST = 100;

/** A longer name of a publisher would leave too little of the title. */
const LONGEST_PUBLISHER = 40;

/** Choices as somebody reads them. Of those that look alike, or stand for the same, the first only. */
export function namedChoices(choices: readonly Choice[], reader: Reader): NamedChoice[] {
  const [names, values] = [new Set<string>(), new Set<string>()];
  const named: NamedChoice[] = [];
  for (const choice of choices) {
    const [name, value] = [nameOf(choice, reader), standingFor(choice)];
    if (named.length === MOST || names.has(name) || values.has(value)) continue;
    names.add(name);
    values.add(value);
    named.push({ name, value });
  }
  return named;
}

function nameOf(choice: Choice, { phrases: { facts }, locale }: Reader): string {
  switch (choice.kind) {
    case 'article': {
      const { publisher, date } = choice.article;
      const from = cutTo(LONGEST_PUBLISHER, oneLine(publisher ?? facts.publisherUnknown));
      const day = date === null ? facts.dateUnknown : dayInWords(date, locale);
      return fitted(titleOf(choice.article), ` — ${from}, ${day}`);
    }
    case 'publisher': {
      const { publisher, articles, newest } = choice;
      const day = newest === null ? '' : `, ${dayInWords(newest, locale)}`;
      return fitted(publisher, ` (${facts.articles(articles)}${day})`);
    }
    case 'language':
      return fitted(languageInWords(choice.language, locale), ` (${choice.articles})`);
    case 'day':
      return fitted(dayInWords(choice.day, locale), ` (${facts.articles(choice.articles)})`);
  }
}

/** A publisher is found by the beginning of its name too. */
function standingFor(choice: Choice): string {
  switch (choice.kind) {
    case 'article':
      return choice.article.id;
    case 'publisher':
      return choice.publisher.slice(0, LONGEST).replace(HALF, '');
    case 'language':
      return choice.language;
    case 'day':
      return choice.day;
  }
}

/** What comes first gives way, so that the rest can be read. */
const fitted = (first: string, rest: string): string => cutTo(LONGEST - rest.length, oneLine(first)) + rest;

/** Half of a character of two UTF-16 units, at the end. */
const HALF = /[\uD800-\uDBFF]$/;

function cutTo(length: number, text: string): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .replace(HALF, '')
        .trimEnd()}…`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
