/** Packages without types of their own: what is used of them. */
declare module 'sentencex' {
  /** The sentences of a text, in their order. */
  export default function segment(language: string, text: string): string[];
}

declare module 'fs-native-extensions' {
  /** Asks for the exclusive lock of an open file; false where another descriptor holds it. */
  export function tryLock(descriptor: number): boolean;
  /** The same, and waits until it is free. The system gives it back when its process ends, however it ends. */
  export function waitForLock(descriptor: number): Promise<void>;
  export function unlock(descriptor: number): void;
}

declare module 'eld/extrasmall' {
  interface Detected {
    /** ISO 639-1, or empty. */
    language: string;
    isReliable(): boolean;
  }
  export const eld: { detect(text: string): Detected };
}

declare module 'html-encoding-sniffer' {
  /** The name of the encoding that a browser would take for a page ("UTF-8", "windows-1251"). */
  export default function sniffEncoding(
    page: Uint8Array,
    options?: { xml?: boolean; transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
}

/** Parts of a package that has types for the whole only. */
declare module '@xenova/transformers/src/env.js' {
  export { env } from '@xenova/transformers';
}

declare module '@xenova/transformers/src/tokenizers.js' {
  export { AutoTokenizer, PreTrainedTokenizer } from '@xenova/transformers';
}
