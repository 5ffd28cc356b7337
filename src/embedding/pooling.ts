import type { Pooling } from './model-folder.js';

/** The states of the tokens of a text: a row of `dimension` numbers for each. */
export class States {
  constructor(
    readonly values: Float32Array,
    readonly dimension: number,
  ) {}

  get count(): number {
    return this.values.length / this.dimension;
  }

  row(token: number): Float32Array {
    return this.values.subarray(token * this.dimension, (token + 1) * this.dimension);
  }

  rows(start: number, end: number): States {
    return new States(this.values.subarray(start * this.dimension, end * this.dimension), this.dimension);
  }

  /** Every row at length 1. */
  normalised(): States {
    const { values, dimension } = this;
    const scaled = new Float32Array(values.length);
    for (let start = 0; start < values.length; start += dimension) {
      let squares = 0;
      for (let i = start; i < start + dimension; i++) squares += (values[i] as number) ** 2;
      const length = Math.sqrt(squares) || 1;
      for (let i = start; i < start + dimension; i++) scaled[i] = (values[i] as number) / length;
    }
    return new States(scaled, dimension);
  }
}

/** @param tensor of the shape 1, tokens, dimension */
export function statesOf(tensor: { data: unknown; dims: readonly number[] }): States {
  const dimension = tensor.dims[2];
  if (!(tensor.data instanceof Float32Array) || dimension === undefined)
    throw new Error('The model returned no floats');
  return new States(tensor.data, dimension);
}

/** One vector from the states of all tokens, in the way that the model was trained with; of any length. */
export function pool(states: States, pooling: Pooling): Float32Array {
  if (pooling === 'cls') return states.row(0);
  if (pooling === 'lasttoken') return states.row(states.count - 1);
  const pooled = states.row(0).slice();
  for (let token = 1; token < states.count; token++) {
    const row = states.row(token);
    for (let i = 0; i < pooled.length; i++) {
      const so = pooled[i] as number;
      const value = row[i] as number;
      // The sum does for the mean, since the vector is brought to length 1.
      pooled[i] = pooling === 'max' ? Math.max(so, value) : so + value;
    }
  }
  return pooled;
}

/** The vector at length 1, in single precision. */
export function normalised(vector: ArrayLike<number>): number[] {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  return Array.from(vector, (value) => Math.fround(value / length));
}
