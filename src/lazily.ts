/** Makes a thing when it is first asked for, and keeps it. */
export function lazily<Thing extends object>(make: () => Thing): () => Thing {
  let made: Thing | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
