import { answerQuestions } from '../answering/answer-questions.js';
import { readConfig } from '../config.js';
import { COMMANDS, CONTROLS } from './commands.js';

/**
 * The process that answers, for the bot that talks to Discord: started by it, and gone when it is. Signals are for the
 * bot, which ends this one when it is done.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

await answerQuestions(
  [...COMMANDS, ...CONTROLS],
  async () => {
    const { openLiveLibrary } = await import('./open-library.js');
    return openLiveLibrary(readConfig(process.env), (change) => {
      process.send?.('problem' in change ? { kind: 'unchanged', ...change } : { kind: 'changed', ...change });
      // The index before is done with.
      globalThis.gc?.();
    });
  },
  {
    send: (reply) => process.send?.(reply),
    onAsked: (listener) => process.on('message', listener),
  },
);
// The file of the weights is read and done with: a hundred megabytes that V8 would keep until it needs the room.
globalThis.gc?.();
