import { inspect } from 'node:util';
import {
  configureSync,
  getJsonLinesFormatter,
  getLogger,
  getTextFormatter,
  type Logger,
  type LogRecord,
  resetSync,
} from '@logtape/logtape';
import type { LogFormat } from './config.js';
import { printable } from './printable.js';

/** Takes a fixed sentence and, as properties, what differs from time to time. Questions and answers are never logged. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

const NAME = 'talks';

/**
 * A log in one of the formats.
 * @param write takes a line, with its line feed
 */
export function createLog(format: LogFormat, write: (line: string) => void): Log {
  const formatted =
    format === 'json'
      ? getJsonLinesFormatter({ properties: 'flatten' })
      : getTextFormatter({ timestamp: 'rfc3339', level: 'FULL', format: textLine });
  resetSync();
  configureSync({
    sinks: { output: (record) => write(formatted(record)) },
    loggers: [
      { category: NAME, sinks: ['output'], lowestLevel: 'info' },
      { category: ['logtape', 'meta'], sinks: ['output'], lowestLevel: 'warning' },
    ],
  });
  return getLogger(NAME);
}

/** As they are called in JSON too. */
const LEVELS: Partial<Record<LogRecord['level'], string>> = { info: 'INFO', warning: 'WARN', error: 'ERROR' };

/** "2025-02-19T12:00:00.000Z INFO  Answered command=ask ms=35"; an error stands below, with its stack. */
function textLine(values: { timestamp: string | null; level: string; record: LogRecord }): string {
  const { error, ...properties } = values.record.properties;
  const facts = Object.entries(properties).map(([name, value]) => `${name}=${inline(value)}`);
  const line = [
    values.timestamp,
    (LEVELS[values.record.level] ?? values.level).padEnd(5),
    values.record.rawMessage,
    ...facts,
  ].join(' ');
  if (error === undefined) return line;
  return `${line}\n${printable(typeof error === 'string' ? error : inspect(error))}`;
}

/** A value on one line; in quotation marks where it would not be seen where it ends. */
function inline(value: unknown): string {
  return typeof value === 'string' && /^[^\s"=\p{C}]+$/u.test(value) ? value : JSON.stringify(value);
}
