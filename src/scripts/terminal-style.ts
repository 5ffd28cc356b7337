import pico from 'picocolors';
import type { TerminalStyle } from '../terminal-lines.js';

/** What standard output can show; NO_COLOR and FORCE_COLOR are heeded. */
export function terminalStyle(): TerminalStyle {
  return { colour: pico.isColorSupported, width: process.stdout.isTTY ? process.stdout.columns : null };
}
