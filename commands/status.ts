import type { Command } from '../src/command.js';

export const status = {
  definition: { name: 'status', options: [] },
  /** How a running bot is doing, only its own process knows. */
  async run(_, { articles, about }) {
    return { kind: 'status', articles: articles.length, ...about, running: null };
  },
} satisfies Command;
