import { type Article, type ArticleFacts, factsOf, type Span } from './article/article.js';
import type { Library } from './library.js';
import { checkQuestion } from './question.js';
import type { Hit } from './search.js';

/** Words of an article: always `article.text.slice(start, end)`, never joined or retyped. */
export interface Quote extends Span {
  text: string;
  article: Article;
  /** The sentence in it that answers best: offsets into the article's text, within the quote. */
  highlight: Span;
  /** 0 to 1, comparable between questions. */
  score: number;
}

/** Quotes, the best first, or a refusal with its reason. */
export interface Answer {
  question: string;
  answered: boolean;
  /** Why there is no answer, in a sentence for the reader; null where there is one. */
  reason: string | null;
  quotes: Quote[];
  /** On a refusal: what comes nearest in the articles, one quote an article. */
  nearest?: Quote[];
  /** How long it took, in milliseconds. */
  ms: number;
}

const QUOTES = 3;
/** Overlapping passages are joined up to this length, in characters; about 150 words still read as one quote. */
const LONGEST_QUOTE = 1_000;

const NOT_ANSWERED = 'The articles do not answer this question: no passage in them comes close enough to it.';

/**
 * Answers a question with up to three quotes from different places, or refuses.
 * @throws UserError where the question is none
 */
export async function answerQuestion(raw: string, library: Library): Promise<Answer> {
  const started = performance.now();
  const question = checkQuestion(raw);
  const hits = await library.search(question);
  const good = hits.filter((hit) => hit.score >= library.threshold);
  const places = good.length > 0 ? differentPlaces(good) : differentArticles(hits);
  const quotes = places.slice(0, QUOTES).map(quoteOf);
  const ms = Math.round((performance.now() - started) * 10) / 10;
  return good.length > 0
    ? { question, answered: true, reason: null, quotes, ms }
    : { question, answered: false, reason: NOT_ANSWERED, quotes: [], nearest: quotes, ms };
}

/** An answer as the command line prints it: of the articles only the facts, unless a quote needs more. */
export function answerToJson(answer: Answer): object {
  const quoteToJson = ({ text, start, end, highlight, score, article }: Quote) => {
    const facts: ArticleFacts = factsOf(article);
    return { text, start, end, highlight, score, article: facts };
  };
  const { question, answered, reason, quotes, nearest, ms } = answer;
  return {
    question,
    answered,
    reason,
    quotes: quotes.map(quoteToJson),
    ...(nearest && { nearest: nearest.map(quoteToJson) }),
    ms,
  };
}

/** A run of sentences of an article, and the one that answers best. */
interface Place {
  article: Article;
  sentences: Span[];
  best: Hit['sentence'];
  score: number;
}

const placeOf = ({ article, passage, sentence, score }: Hit): Place => ({
  article,
  sentences: passage.metadata.sentences,
  best: sentence,
  score,
});
const startOf = (place: Place): number => place.sentences[0]?.start ?? 0;
const endOf = (place: Place): number => place.sentences.at(-1)?.end ?? 0;

/**
 * The places of the hits, in their order. Places that overlap become one, at the rank of the best of them; where that
 * would be too long, the worst is left out.
 */
function differentPlaces(hits: Hit[]): Place[] {
  let places: Place[] = [];
  for (const place of hits.map(placeOf)) {
    const overlapped = places.filter((other) => overlap(other, place));
    const [best] = overlapped;
    if (!best) {
      if (places.length === QUOTES) break;
      places.push(place);
      continue;
    }
    const joined = joinPlaces(best, [...overlapped, place]);
    if (endOf(joined) - startOf(joined) > LONGEST_QUOTE) continue;
    places = places.flatMap((other) =>
      other === best ? [joined] : overlapped.includes(other) ? [] : [other],
    );
  }
  return places;
}

function overlap(one: Place, other: Place): boolean {
  return one.article === other.article && startOf(one) < endOf(other) && startOf(other) < endOf(one);
}

/** One place of several that overlap; its best sentence is the best of all. */
function joinPlaces(first: Place, places: Place[]): Place {
  const byStart = new Map(
    places.flatMap((place) => place.sentences.map((sentence) => [sentence.start, sentence])),
  );
  const [best = first.best] = places.map((place) => place.best).sort((a, b) => b.likeness - a.likeness);
  return { ...first, best, sentences: [...byStart.values()].sort((a, b) => a.start - b.start) };
}

function differentArticles(hits: Hit[]): Place[] {
  return hits.filter((hit, i) => hits.findIndex(({ article }) => article === hit.article) === i).map(placeOf);
}

function quoteOf(place: Place): Quote {
  const { article, best } = place;
  const start = startOf(place);
  const end = endOf(place);
  const highlight = { start: best.start, end: best.end };
  return { text: article.text.slice(start, end), start, end, highlight, score: round(place.score), article };
}

const round = (score: number): number => Math.round(score * 10_000) / 10_000;
