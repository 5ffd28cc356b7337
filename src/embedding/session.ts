import ort from 'onnxruntime-node';
import { type States, statesOf } from './pooling.js';

/** The weights of a model, ready to be run. */
export interface Session {
  /**
   * @param ids of the tokens of one text, with those that stand around it
   * @returns a row for each token, of the last layer, and of the layer by which tokens are compared: one before the
   *   last tells them apart better, and a model made for that has a second output for it
   */
  run(ids: number[]): Promise<{ last: States; compared: States }>;
}

/**
 * Loads weights with the runtime that @xenova/transformers uses too: called directly, it can be told on how many
 * threads to run, and reads the file by itself, so that there is no second copy of the weights in memory.
 * @param weights the path of an ONNX file
 * @param threads 0 for as many as the machine has cores
 */
export async function openSession(weights: string, threads: number): Promise<Session> {
  const session = await ort.InferenceSession.create(weights, {
    executionProviders: ['cpu'],
    ...(threads > 0 && { intraOpNumThreads: threads, interOpNumThreads: 1 }),
  });
  return {
    async run(ids) {
      const shape = [1, ids.length];
      const inputs: Record<string, ort.Tensor> = {};
      for (const name of session.inputNames) {
        const values = name === 'input_ids' ? ids.map(BigInt) : ids.map(() => (name === MASK ? 1n : 0n));
        inputs[name] = new ort.Tensor('int64', BigInt64Array.from(values), shape);
      }
      const output = await session.run(inputs);
      const last = output['last_hidden_state'] ?? output['token_embeddings'];
      if (!last)
        throw new Error(`The model returned no states of tokens, but ${Object.keys(output).join(', ')}`);
      return { last: statesOf(last), compared: statesOf(output['token_states'] ?? last) };
    },
  };
}

/** Which tokens are read: one text a call needs no padding, so all are. */
const MASK = 'attention_mask';
