import { randomBytes } from 'node:crypto';

/** A name for a build, or a part of one, that no other has: the second in which it is made, and six random digits. */
export function newBuildName(): string {
  const second = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return `${second}-${randomBytes(3).toString('hex')}`;
}
