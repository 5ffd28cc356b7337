import type { Library } from './library.js';

/** A library that is open, and how to close it. */
export interface OpenedLibrary {
  library: Library;
  /** Gives back the files that it keeps open. */
  close(): void;
}

/** The library of the index as it is now: another may take its place at any time, also while a question is answered. */
export class LiveLibrary {
  /** How many questions are being answered from each library. */
  private readonly uses = new Map<OpenedLibrary, number>();

  constructor(private current: OpenedLibrary) {}

  get articles(): Library['articles'] {
    return this.current.library.articles;
  }

  /** Works with the library as it is now, to the end, whatever comes meanwhile. */
  async use<T>(work: (library: Library) => Promise<T>): Promise<T> {
    const opened = this.current;
    this.uses.set(opened, (this.uses.get(opened) ?? 0) + 1);
    try {
      return await work(opened.library);
    } finally {
      this.uses.set(opened, (this.uses.get(opened) ?? 1) - 1);
      this.closeUnused();
    }
  }

  /** Puts another library in its place; the old one is closed when the last question is answered from it. */
  replace(next: OpenedLibrary): void {
    this.uses.set(this.current, this.uses.get(this.current) ?? 0);
    this.current = next;
    this.closeUnused();
  }

  private closeUnused(): void {
    for (const [opened, count] of this.uses) {
      if (opened === this.current || count > 0) continue;
      this.uses.delete(opened);
      opened.close();
    }
  }
}
