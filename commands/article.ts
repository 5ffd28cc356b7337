import type { Article } from '../src/article/article.js';
import { articleView, partAt } from '../src/article-part.js';
import type { Command } from '../src/command.js';
import { chosenOptions } from '../src/command-options.js';
import { completeOption } from '../src/complete-option.js';
import { articleFilter, readFilters } from '../src/filters.js';
import type { Library } from '../src/library.js';
import { passageGone } from '../src/passage-gone.js';
import type { View } from '../src/view.js';

/** An article's id, as a button has it: nobody types one. */
const ID = /^[0-9a-f]{12}$/;

export const article = {
  definition: {
    name: 'article',
    options: chosenOptions('article').map((option) => ({ ...option, required: true })),
  },
  complete: completeOption,
  /** Buttons say where to read on (see `partAt`), and which question led here. */
  async run({ article: name, from, question }, library): Promise<View> {
    const isKnown = library.articles.some(({ id }) => id === name);
    if (ID.test(name) && !isKnown) return passageGone(question);
    const shown = articleNamed(name, library);
    const cut = { text: shown.text, sentences: library.sentencesOf(shown) };
    return articleView(shown, partAt(cut, Number(from) || 0), null, question);
  },
} satisfies Command<{ article: string; from?: string; question?: string }>;

/** @throws UserError where there is no such article */
function articleNamed(name: string, { articles }: Library): Article {
  const isNamed = articleFilter(readFilters({ article: name }), articles) ?? (() => true);
  const found = articles.find(isNamed);
  if (!found) throw new Error('The filter left an article that is not there');
  return found;
}
