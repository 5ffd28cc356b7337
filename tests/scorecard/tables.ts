import { CARDS, type Card, type Figures } from './figures.js';

const NAMES: Record<Card, string> = { questions: 'two thirds', 'held-out': 'a third, set aside' };

const share = (value: number | null | undefined): string =>
  (value ?? Number.NaN).toFixed(2).replace(/^0/, '');
const exact = (value: number | null | undefined): string =>
  (value ?? Number.NaN).toFixed(3).replace(/^0/, '');

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The scorecard for the README. */
export function cardTable({ cards }: Figures): string {
  const rows = CARDS.map((card) => {
    const { questions, first, firstThree, refusedRightly, refusedWrongly } = cards[card];
    return [NAMES[card], `${questions}`, ...[first, firstThree, refusedRightly, refusedWrongly].map(share)];
  });
  const goal = ['wanted', '', '.90', '.98', '.95', '.03'];
  return table(
    ['questions', 'number', 'first quote right', 'one of three right', 'refused rightly', 'refused wrongly'],
    [...rows, goal],
  );
}

/** How far scores can be believed, for the README; both parts of the scorecard. */
export function certaintyTable({ cards }: Figures): string {
  const steps = cards.questions.certainty;
  const head = [
    'score of the first quote',
    ...steps.map(({ from, to }) => `${share(from)} to ${share(to).replace(/^1.00/, '1')}`),
  ];
  const rows = CARDS.map((card) => [
    `right of ${NAMES[card]} (answers)`,
    ...cards[card].certainty.map(({ right, answers }) => `${share(right)} (${answers})`),
  ]);
  return table(head, rows);
}

/** The collections for the README. */
export function collectionTable({ collections }: Figures): string {
  const rows = Object.entries(collections).map(([name, { all, half, without }]) => [
    `\`${name}\``,
    exact(all.recall1),
    exact(all.recall5),
    exact(all.ndcg10),
    exact(without['article']),
    exact(without['words']),
    exact(without['tokens']),
    exact(half.auroc),
    `${Math.round(all.msP50)} / ${Math.round(all.msP95)} ms`,
  ]);
  return table(
    [
      'collection',
      'recall at 1',
      'at 5',
      'nDCG at 10',
      'at 1 without article',
      'without words',
      'without tokens',
      'AUROC of refusals',
      'p50 / p95',
    ],
    rows,
  );
}

/** The README with tables put between their marks. */
export function withTables(readme: string, figures: Figures): string {
  const tables = {
    scorecard: cardTable(figures),
    certainty: certaintyTable(figures),
    collections: collectionTable(figures),
  };
  return Object.entries(tables).reduce(
    (text, [name, rows]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\\n)[^<]*(\\n<!-- /${name} -->)`),
        (_, start, end) => start + rows + end,
      ),
    readme,
  );
}
