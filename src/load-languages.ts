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

/** Loads each file of `languages/`: it exports its phrases under its own name. */
export async function loadLanguages(): Promise<Languages> {
  const folder = join(import.meta.dirname, 'languages');
  const files = (await readdir(folder)).filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'));
  const loaded = files.sort().map(async (file): Promise<Phrases> => {
    const module: Record<string, Phrases> = await import(pathToFileURL(join(folder, file)).href);
    const phrases = module[file.replace(/\..*$/, '')];
    if (!phrases) throw new Error(`${file} does not export the phrases of its language`);
    return phrases;
  });
  return new Languages(await Promise.all(loaded));
}
