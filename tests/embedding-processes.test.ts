import { type ChildProcess, fork } from 'node:child_process';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../src/embedding/embedder.js';
import { EmbeddingProcesses } from '../src/embedding/embedding-processes.js';
import { type EncodedText, encodeText, type Text } from '../src/embedding/encode-text.js';
import { type ModelFolder, readModelFolder } from '../src/embedding/model-folder.js';
import { UserError } from '../src/user-error.js';
import { loadModel, MODEL } from './model.js';
import { programFile } from './program.js';

const TEXTS: Text[] = [
  { text: 'The talks\nThey met in Riyadh. They left.', ends: [9, 28] },
  { text: 'The talks\nThey met in Riyadh. They left.', ends: null },
  { text: 'Die Straße war voller Menschen.', ends: [0] },
  { text: '会谈于周二开始。没有结果。', ends: [0, 8] },
  { text: 'A panda was born in the zoo.', ends: [0] },
  { text: 'Міністр прибув у вівторок.', ends: null },
  { text: 'One word '.repeat(700), ends: [0, 8] },
  ...Array.from({ length: 5 }, (_, i) => ({ text: `Sentence number ${i}.`, ends: [0] })),
];

let folder: ModelFolder;
let embedder: Embedder;
let children: ChildProcess[];
let firsts: boolean[];
let delivered: Map<ChildProcess, number>;
beforeAll(async () => {
  folder = await readModelFolder(MODEL);
  embedder = await loadModel();
});
beforeEach(() => {
  children = [];
  delivered = new Map();
  firsts = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

const spawn = (isFirst: boolean, model = folder) => {
  firsts.push(isFirst);
  const child = fork(programFile('embedding'), [JSON.stringify(model)], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  children.push(child);
  child.on('message', () => delivered.set(child, (delivered.get(child) ?? 0) + 1));
  return child;
};
/** Waits until all processes are gone; that they were told to go is not enough. */
async function areGone(): Promise<void> {
  await Promise.all(
    children.map(
      (child) =>
        (child.exitCode ?? child.signalCode) !== null ||
        new Promise((resolve) => child.once('exit', resolve)),
    ),
  );
}

const MISSING = expect.objectContaining({
  name: 'UserError',
  message: expect.stringMatching(/^EMBEDDING_MODEL should be a feature-extraction model/),
});

describe('texts that are embedded in processes', () => {
  it('come back by their positions, once each, as they are embedded in this one', async () => {
    const encoded = new Map<number, EncodedText>();
    // So few ahead that both have some, and ask for more.
    await new EmbeddingProcesses(spawn, 2, 1, 2).encode(TEXTS, (position, one) => {
      expect(encoded.has(position)).toBe(false);
      encoded.set(position, one);
    });
    expect(firsts).toEqual([true, false]);
    for (const child of children) expect(delivered.get(child)).toBeGreaterThanOrEqual(2);
    expect(encoded.size).toBe(TEXTS.length);
    for (const [i, text] of TEXTS.entries()) {
      const { vector, rows, partEnds } = await encodeText(text, embedder);
      expect(encoded.get(i)?.vector).toEqual(vector);
      expect(Buffer.from(encoded.get(i)?.rows ?? []).equals(Buffer.from(rows))).toBe(true);
      expect(encoded.get(i)?.partEnds).toEqual(partEnds);
      expect(rows.length).toBe((partEnds.at(-1) ?? 0) * 384);
    }
    await areGone();
  });

  it('need no process where there are none, and no more than there are texts', async () => {
    await new EmbeddingProcesses(spawn, 2, 1).encode([], () => expect.unreachable());
    expect(children).toHaveLength(0);
    const positions: number[] = [];
    const processes = new EmbeddingProcesses(spawn, 4, 1);
    processes.start();
    await processes.encode(TEXTS.slice(0, 1), (position) => positions.push(position));
    // One that was started ahead is used, and stays for the next few texts.
    await processes.encode(TEXTS.slice(1, 2), (position) => positions.push(position));
    expect([children.length, positions]).toEqual([1, [0, 0]]);
    processes.end();
    await areGone();
  });

  it('fail with a sentence when a process dies, and none goes on', async () => {
    let count = 0;
    const encoding = new EmbeddingProcesses(spawn, 2, 1, 2).encode(TEXTS, () => {
      if (++count === 3) children[1]?.kill('SIGKILL');
    });
    await expect(encoding).rejects.toThrow(
      new UserError(
        'A process that embeds texts was ended (SIGKILL); is there enough memory? Run "npm run index" again: what was ' +
          'embedded is kept.',
      ),
    );
    await areGone();
    expect(count).toBeLessThan(TEXTS.length);
  });

  it('fail with what is wrong where the model cannot be loaded', async () => {
    const missing = { ...folder, weights: 'onnx/missing.onnx' };
    await expect(
      new EmbeddingProcesses((isFirst) => spawn(isFirst, missing), 2, 1).encode(TEXTS, () => {}),
    ).rejects.toEqual(MISSING);
    await areGone();
  });

  it('fail with what is wrong where that was known before there were texts', async () => {
    const missing = { ...folder, weights: 'onnx/missing.onnx' };
    const processes = new EmbeddingProcesses((isFirst) => spawn(isFirst, missing), 1);
    processes.start();
    // Long after the model turned out not to be there.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await expect(processes.encode(TEXTS, () => {})).rejects.toEqual(MISSING);
    await areGone();
  });

  it('are started anew where one died before there were texts', async () => {
    const processes = new EmbeddingProcesses(spawn, 1);
    processes.start();
    children[0]?.kill('SIGKILL');
    await areGone();
    let count = 0;
    await processes.encode(TEXTS, () => count++);
    expect([count, firsts]).toEqual([TEXTS.length, [true, true]]);
    processes.end();
    await areGone();
  });

  it('fail where whoever wants them does, as on a full disk', async () => {
    const encoding = new EmbeddingProcesses(spawn, 2, 1).encode(TEXTS, () => {
      throw new Error('the disk is full');
    });
    await expect(encoding).rejects.toThrow('the disk is full');
    await areGone();
  });
});
