import type { States } from './embedding/pooling.js';

/**
 * src/dot-products.wat, compiled: a search spent most of its time in these products, and vector instructions, which
 * JavaScript has only by way of WebAssembly, take a tenth of it.
 */
const MODULE =
  'AGFzbQEAAAABFgNgBn9/f39/fwBgBH9/f38AYAJ/ewADBAMAAQIFAwEAAQciAwZtZW1vcnkCAAtkb3RQcm9kdWN0cwAAB3NxdWFyZXMA' +
  'AQqCAgN+AgJ/AXsDQCACIQYDQP0MAAAAAAAAAAAAAAAAAAAAACEIQQAhBwNAIAggACAHQQF0av0ABAAgBiAHav0BAwD9ugH9rgEhCCAH' +
  'QQhqIgcgBEkNAAsgBSAIEAIgBUEEaiEFIAYgBGoiBiADSQ0ACyAAIARBAXRqIgAgAUkNAAsLYgICfwJ7A0D9DAAAAAAAAAAAAAAAAAAA' +
  'AAAhB0EAIQUDQCAAIAVq/QEDACEGIAcgBiAG/boB/a4BIQcgBUEIaiIFIAJJDQALIAMgBxACIANBBGohAyAAIAJqIgAgAUkNAAsLHgAg' +
  'ACAB/RsAIAH9GwFqIAH9GwIgAf0bA2pqNgIACw==';

interface Products {
  memory: WebAssembly.Memory;
  dotProducts(
    states: number,
    end: number,
    rows: number,
    rowsEnd: number,
    dimension: number,
    out: number,
  ): void;
  squares(rows: number, rowsEnd: number, dimension: number, out: number): void;
}

const { memory, dotProducts, squares } = new WebAssembly.Instance(
  new WebAssembly.Module(Buffer.from(MODULE, 'base64')),
).exports as WebAssembly.Exports & Products;

/** So many numbers are multiplied at a time; rows are filled up with zeros to a multiple of it. */
const TOGETHER = 8;

/**
 * States are rounded to this many steps to either side of zero: a sum over 2,000 products with 8-bit numbers still has
 * room in 32 bits. Of 650,000 cosines of the test questions with the four articles, the worst was off by .00009.
 */
const STEPS = 8_191;

/**
 * The cosines of each row of `states`, of length 1, with each row of 8-bit numbers, of any length.
 * @returns for the first state one cosine for each row, then for the second, and so on
 */
export function cosineMatrix(states: States, rows: Int8Array): Float64Array {
  const { dimension, count } = states;
  const columns = rows.length / dimension;
  const cosines = new Float64Array(count * columns);
  if (cosines.length === 0) return cosines;
  const width = Math.ceil(dimension / TOGETHER) * TOGETHER;
  const rowsAt = count * width * Int16Array.BYTES_PER_ELEMENT;
  const squaresAt = rowsAt + columns * width;
  const productsAt = squaresAt + columns * Int32Array.BYTES_PER_ELEMENT;
  makeRoom(productsAt + cosines.length * Int32Array.BYTES_PER_ELEMENT);
  const scales = writeStates(states, width);
  writeRows(rows, dimension, width, rowsAt);
  squares(rowsAt, squaresAt, width, squaresAt);
  dotProducts(0, rowsAt, rowsAt, squaresAt, width, productsAt);
  const inverse = inverseLengths(new Int32Array(memory.buffer, squaresAt, columns));
  const products = new Int32Array(memory.buffer, productsAt, cosines.length);
  for (let row = 0, i = 0; row < count; row++) {
    const scale = 1 / (scales[row] as number);
    for (let column = 0; column < columns; column++, i++) {
      cosines[i] = (products[i] as number) * (inverse[column] as number) * scale;
    }
  }
  return cosines;
}

function inverseLengths(squared: Int32Array): Float64Array {
  const inverse = new Float64Array(squared.length);
  for (let i = 0; i < squared.length; i++) inverse[i] = 1 / (Math.sqrt(squared[i] as number) || 1);
  return inverse;
}

const PAGE = 65_536;

function makeRoom(bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

/** Writes rows as 16-bit numbers, and returns what each was multiplied by. */
function writeStates({ values, dimension, count }: States, width: number): Float64Array {
  const written = new Int16Array(memory.buffer, 0, count * width).fill(0);
  const scales = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const start = row * dimension;
    let most = 0;
    for (let i = start; i < start + dimension; i++) most = Math.max(most, Math.abs(values[i] as number));
    const scale = STEPS / (most || 1);
    for (let i = 0; i < dimension; i++)
      written[row * width + i] = Math.round((values[start + i] as number) * scale);
    scales[row] = scale;
  }
  return scales;
}

function writeRows(rows: Int8Array, dimension: number, width: number, at: number): void {
  const written = new Int8Array(memory.buffer, at, (rows.length / dimension) * width);
  if (width === dimension) {
    written.set(rows);
    return;
  }
  written.fill(0);
  for (let i = 0; i * dimension < rows.length; i++) {
    written.set(rows.subarray(i * dimension, (i + 1) * dimension), i * width);
  }
}
