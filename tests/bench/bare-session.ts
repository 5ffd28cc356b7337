import { join } from 'node:path';
import { readModelFolder } from '../../src/embedding/model-folder.js';
import { openSession } from '../../src/embedding/session.js';
import { Tokenizer } from '../../src/embedding/tokenizer.js';
import { MODEL } from '../model.js';

/** A process that runs the model over texts, and tells how many it did in a second. */
process.once('message', async (texts: string[]) => {
  const folder = await readModelFolder(MODEL);
  const tokenizer = await Tokenizer.load(folder);
  const session = await openSession(join(folder.path, folder.weights), 1);
  const tokens = texts.map((text) => tokenizer.tokenize(folder.prompts.document, text).ids);
  for (const ids of tokens.slice(0, 10)) await session.run(ids);
  const started = performance.now();
  for (const ids of tokens) await session.run(ids);
  process.send?.((1_000 * texts.length) / (performance.now() - started));
  process.disconnect();
});
