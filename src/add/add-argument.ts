import { addAddress } from './add-address.js';
import { addFile } from './add-file.js';
import { type Adding, failed, type Outcome } from './adding.js';
import { looksLikeAddress } from './address.js';

/** Adds what one argument names. Nothing is thrown: what fails is an outcome too, and the next argument has its turn. */
export async function* addArgument(argument: string, adding: Adding): AsyncGenerator<Outcome> {
  try {
    yield* looksLikeAddress(argument) ? addAddress(argument, adding) : addFile(argument, adding);
  } catch (error) {
    yield failed(argument, adding.explain(error));
  }
}
