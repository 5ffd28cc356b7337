import { articleView, partAround, partAt } from '../src/article-part.js';
import type { Runnable } from '../src/command.js';
import { passageGone } from '../src/passage-gone.js';
import { findSentence } from '../src/sentence-reference.js';
import type { View } from '../src/view.js';

/** Shows a sentence in its article, marked. A button says which (see sentence-reference.ts), and where to read on. */
export const context = {
  definition: { name: 'context' },
  async run({ article: id, start, hash, from, question }, library): Promise<View> {
    const article = library.articles.find((one) => one.id === id);
    if (!article) return passageGone(question);
    const sentences = library.sentencesOf(article);
    const marked = findSentence({ article: id, start: Number(start) || 0, hash }, article, sentences);
    if (!marked) return passageGone(question);
    const cut = { text: article.text, sentences };
    const part = from === undefined ? partAround(cut, marked) : partAt(cut, Number(from) || 0);
    return articleView(article, part, marked, question);
  },
} satisfies Runnable<{ article: string; start: string; hash: string; from?: string; question?: string }>;
