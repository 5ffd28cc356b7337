import { Embedder } from '../embedding/embedder.js';
import type { Delivery, Order } from '../embedding/embedding-processes.js';
import { encodeText } from '../embedding/encode-text.js';
import type { ModelFolder } from '../embedding/model-folder.js';
import { UserError } from '../user-error.js';

/** A process that embeds texts, for a build of many: started by it, and gone when it is. */
process.on('disconnect', () => process.exit());

const [folder = ''] = process.argv.slice(2);
const deliver = (delivery: Delivery) => process.send?.(delivery);
const model: ModelFolder = JSON.parse(folder);
// Its hash is known to whoever started this.
const embedder = Embedder.load(model, '', 1);
// A model that cannot be loaded is told when texts come, which may be after it is known.
embedder.catch(() => {});

process.on('message', async (orders: Order[]) => {
  try {
    for (const { position, text } of orders)
      deliver({ position, encoded: await encodeText(text, await embedder) });
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    deliver({ failed: { message, stack, isForUser: error instanceof UserError } });
  }
});
