import { oneLine } from '../../article/invisible.js';
import { type Reading, type WrittenDay, writtenDays } from './written-days.js';

/** A day as a program writes it, for programs. */
export interface MachineDay extends WrittenDay {
  /** Whether it is a moment of universal time, whose day may be another one where the page is from. */
  isUniversal: boolean;
}

const LONGEST = 80;

/**
 * Reads a date in metadata: ISO 8601 in whole or in part, RFC 2822, 20200218, or as people write it. The day is the one
 * that is written, in whatever time zone.
 * @returns null where it is no day, or two
 */
export function machineDay(value: string, reading: Reading): MachineDay | null {
  if (value.length > LONGEST) return null;
  const text = oneLine(value);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text);
  const days = writtenDays(compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text, reading);
  const [first] = days;
  if (!first || days.some(({ day }) => day !== first.day)) return null;
  return { ...first, isUniversal: /\d:\d\d.*(?:Z|[+-]00:?00|GMT|UTC)$/.test(text) };
}
