/** The question that a message is about: its first text begins with it, in bold. Null where there is none. */
export function readQuestion(message: { components: unknown[] }): string | null {
  const first = firstText(JSON.parse(JSON.stringify(message.components)));
  const [, bold] = /^\*\*(.+)\*\*$/m.exec(first?.split('\n')[0] ?? '') ?? [];
  return bold?.replace(/\\(.)/g, '$1') ?? null;
}

function firstText(components: { content?: string; components?: [] }[]): string | undefined {
  for (const { content, components: inner } of components) {
    const text = content ?? firstText(inner ?? []);
    if (text !== undefined) return text;
  }
  return undefined;
}
