import type { Baseline } from './index/manifest.js';
import type { QuestionFacts, Search } from './search.js';
import { UNRELATED_QUESTIONS } from './unrelated-questions.js';

/**
 * How a score becomes a certainty, the chance that a sentence answers the question: what a score means depends on how
 * much an index holds and on what, so it is taken in standard deviations above what questions score in this index that
 * no such archive answers (see unrelated-questions.ts), and put through a logistic curve.
 *
 * The curve was fitted in November 2026 on whether the first quote was right: on two thirds of the scorecard about the four
 * articles (tests/scorecard/questions.jsonl) an offset of -3.7 fits best, on XQuAD in English, from English to Spanish and
 * from Spanish to English with half of the articles indexed -2.4, both with a slope of 1. It lies between them: on a subject
 * that all articles share it claims a little too much, in an archive of many subjects too little.
 */
const OFFSET = -3.2;

/**
 * From this certainty on a sentence is quoted; below, the question is refused. What each choice refuses wrongly and
 * rightly, on the same data (scorecard; XQuAD en-en, en-es, es-en; November 2026):
 *
 * | from | scorecard | en-en    | en-es     | es-en     |
 * | ---- | --------- | -------- | --------- | --------- |
 * | .12  | .01, .68  | .02, .90 | .07, .97  | .11, .98  |
 * | .17  | .01, .76  | .03, .95 | .12, .98  | .19, 1.00 |
 * | .22  | .02, .84  | .04, .98 | .17, .99  | .29, 1.00 |
 * | .27  | .04, .86  | .04, .98 | .25, 1.00 | .37, 1.00 |
 *
 * Chosen so that most of what is not in the articles is refused, also on their own subject, where a reader can least tell
 * a quote that does not answer. The price is paid across languages, in an archive of many subjects.
 */
export const LEAST_CERTAINTY = 0.22;

/** What the part of the question that fits worst counts for beside the score. */
const WEAKEST = 0.1;

/** What it counts for that no article mentions a name of the question, by how clearly, and that nothing is of its days. */
const UNMENTIONED = -0.8;
const OTHER_DAYS = -0.1;

/** All that speaks for a hit: its score, and what is known of the question, which is the same for all hits. */
function evidence(score: number, { weakest, unmentioned, daysNotFound }: QuestionFacts): number {
  const clearness = Math.max(0, ...unmentioned.map((name) => name.clearness));
  const days = daysNotFound.length > 0 ? OTHER_DAYS : 0;
  return score + WEAKEST * weakest + UNMENTIONED * clearness + days;
}

/**
 * How likely a hit is to answer the question.
 * @param score of the hit
 * @returns 0 to 1, comparable between questions and between archives
 */
export function certaintyOf(score: number, question: QuestionFacts, baseline: Baseline): number {
  const expected = baseline.unshared + baseline.shared * question.known;
  const above = (evidence(score, question) - expected) / (baseline.deviation || 1);
  return 1 / (1 + Math.exp(-(above + OFFSET)));
}

/**
 * Of how much a question gains by the words that it shares with an archive, this share counts: the rest it gains by
 * being answered there.
 */
const BY_LANGUAGE = 0.5;

/**
 * Measures what unrelated questions score in an index: a line over the share of their words that stand in it, since
 * questions in the language of the articles score higher than others, answered or not (least squares).
 * @param onQuestion told how many are asked, and of how many
 */
export async function measureBaseline(
  search: Search,
  onQuestion: (done: number, total: number) => void = () => {},
): Promise<Baseline> {
  const measured: { known: number; score: number }[] = [];
  for (const [i, text] of UNRELATED_QUESTIONS.entries()) {
    onQuestion(i, UNRELATED_QUESTIONS.length);
    const { hits, question } = await search(text);
    const score = evidence(hits[0]?.score ?? 0, { ...question, unmentioned: [], daysNotFound: [] });
    measured.push({ known: question.known, score });
  }
  const known = mean(measured.map((one) => one.known));
  const score = mean(measured.map((one) => one.score));
  const variance = mean(measured.map((one) => (one.known - known) ** 2));
  const covariance = mean(measured.map((one) => (one.known - known) * (one.score - score)));
  const shared = variance === 0 ? 0 : (BY_LANGUAGE * covariance) / variance;
  const unshared = score - shared * known;
  const deviation = Math.sqrt(mean(measured.map((one) => (one.score - unshared - shared * one.known) ** 2)));
  return { unshared, shared, deviation };
}

const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
