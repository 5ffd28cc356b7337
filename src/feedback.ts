import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from './user-error.js';

/** The file in the folder of the data that holds one vote a line. */
export const FEEDBACK_FILE = 'feedback.jsonl';

const vote = z.object({
  time: z.iso.datetime(),
  verdict: z.enum(['up', 'down']),
  question: z.string(),
  passages: z.array(z.string().regex(/^.+:\d+$/, 'expected an article and an offset')),
  voter: z.string().regex(/^[0-9a-f]{8}$/, 'expected 8 hex digits'),
});

/** What somebody thinks of an answer. */
export interface Vote {
  /** ISO 8601, in UTC. */
  time: string;
  verdict: 'up' | 'down';
  question: string;
  /** What was quoted: the id of each article, and where the quote's best sentence begins in it, as in "61f05640390d:275". */
  passages: string[];
  /** One person's for one answer (see voterOf). */
  voter: string;
}

/**
 * Who votes on an answer: the same person counts once, and cannot be followed from one answer to another.
 * @param message the id of the message with the answer
 * @param user the id of who votes
 * @returns 8 hex digits of a SHA-256
 */
export function voterOf(message: string, user: string): string {
  return createHash('sha256').update(`${message}:${user}`).digest('hex').slice(0, 8);
}

/**
 * Adds a vote to the file, in one write; the folder is made where it is missing.
 * @throws Error where it cannot be written
 */
export async function addVote(folder: string, added: Vote): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, FEEDBACK_FILE), 'a+');
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    // A line that a full disk cut off must not take the next one with it.
    const isCutOff = size > 0 && buffer.toString() !== '\n';
    await file.appendFile(`${isCutOff ? '\n' : ''}${JSON.stringify(added)}\n`);
  } finally {
    await file.close();
  }
}

/**
 * Reads the votes in the order in which they were given.
 * @returns with the number of lines that are none; null where there is no file yet
 * @throws Error where it cannot be read
 */
export async function readVotes(folder: string): Promise<{ votes: Vote[]; damaged: number } | null> {
  let text: string;
  try {
    text = await readFile(join(folder, FEEDBACK_FILE), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const votes = lines.map(voteIn).filter((read) => read !== null);
  return { votes, damaged: lines.length - votes.length };
}

function voteIn(line: string): Vote | null {
  try {
    return vote.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
