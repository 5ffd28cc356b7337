import type { Command } from '../src/command.js';

export const sources = {
  definition: {
    name: 'sources',
    description: 'List the articles that are quoted from',
    options: [],
  },
  async run(_options, library) {
    return { kind: 'sources', articles: library.articles };
  },
} satisfies Command;
