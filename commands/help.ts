import type { Command } from '../src/command.js';

export const help = {
  definition: { name: 'help', options: [] },
  async run() {
    return { kind: 'help' };
  },
} satisfies Command;
