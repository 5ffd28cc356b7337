import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { en } from './languages/en.js';
import type { Phrases } from './phrases.js';

/** Who reads a message: in which words of ours, and in which locale days and numbers are written. */
export interface Reader {
  phrases: Phrases;
  /** A BCP 47 tag, such as "en-GB". */
  locale: string;
}

/** All languages that the program speaks: English where somebody's is none of them. */
export class Languages {
  constructor(readonly all: readonly Phrases[]) {}

  /** @param locale of Discord's, such as "es-419" */
  readerOf(locale: string): Reader {
    const phrases = this.all.find(({ locales }) => locales.includes(locale));
    return phrases ? { phrases, locale } : { phrases: en, locale: 'en-US' };
  }
}

/** The folder beside this file: of TypeScript in tests, of what was compiled from it else. */
const FOLDER = join(import.meta.dirname, 'languages');

/** The name of a language's file, without declarations, source maps and what editors and systems leave. */
const FILE = /^([a-z]+)\.[jt]s$/i;

/**
 * Loads each file of a folder: it exports its phrases under its own name, `de` in "de.ts".
 * @throws Error where a file does not
 */
export async function loadLanguages(folder = FOLDER): Promise<Languages> {
  const names = await readdir(folder);
  const loaded = names.sort().flatMap((file) => {
    const language = FILE.exec(file)?.[1];
    return language ? [phrasesIn(join(folder, file), language)] : [];
  });
  return new Languages(await Promise.all(loaded));
}

async function phrasesIn(path: string, language: string): Promise<Phrases> {
  const module: Record<string, Phrases> = await import(pathToFileURL(path).href);
  const phrases = module[language];
  if (!phrases) throw new Error(`${path} does not export the phrases of its language as "${language}"`);
  return phrases;
}
