import { randomBytes } from 'node:crypto';

/** A name for a build, or a part of one, that no other has: the second in which it is made, and six random digits. */
export function newBuildName(): string {
  const second = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return `${second}-${randomBytes(3).toString('hex')}`;
}

/** When a build was made that has such a name, ISO 8601 in UTC. */
export function timeOfBuild(name: string): string {
  return name.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ).*$/, '$1-$2-$3:$4:$5');
}
