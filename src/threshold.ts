import type { Search } from './search.js';

/**
 * The score from which a passage is taken to answer a question. What a score means depends on the model and on how
 * much an index holds, so it is measured when an index is built: the threshold lies `SPREADS` standard deviations
 * above the mean of the best scores that questions get which no archive of this kind answers.
 *
 * `SPREADS` was chosen on 80 questions on the four articles (tests/fixtures/threshold.jsonl, November 2026): at 1.2,
 * one of the 40 that are answered is refused, and none of the 40 that are not is answered. At 1.0 two are answered
 * wrongly; from 1.1 to 1.6 none, and at most one is refused wrongly, but fewer second and third quotes are shown.
 */
const SPREADS = 1.2;

/** In the languages in which people ask; some on other news, since on nothing alike the mean would be too low. */
const UNRELATED_QUESTIONS = [
  'Who painted the Mona Lisa?',
  'What is the boiling point of water?',
  'How many players are on a football team?',
  'What time does the supermarket open?',
  'Tell me a joke',
  'hello',
  'What is Python?',
  'How do vaccines work?',
  'Who wrote Hamlet?',
  'What is the best pizza in Naples?',
  'Who won the Super Bowl in 2024?',
  'What is the population of Canada?',
  'When does the next train to Munich leave?',
  'Wer hat die Bundesliga gewonnen?',
  'Wie koche ich Spaghetti?',
  'Was kostet ein Liter Benzin?',
  "Quelle est la capitale de l'Italie ?",
  '¿Cuántos planetas hay en el sistema solar?',
  'Кто написал «Войну и мир»?',
  'Яка погода у Львові?',
  'Ile kosztuje chleb?',
  'How did the stock market do today?',
  'Did the Fed raise interest rates?',
  'What caused the fire in Los Angeles?',
  'Who won the Nobel Peace Prize in 2024?',
  'Is the Gaza ceasefire holding?',
  'What did Xi Jinping say about Taiwan?',
  'How many people died in the earthquake in Turkey?',
  'Who is the king of England?',
  'When is the next presidential election in Brazil?',
  'What are the symptoms of flu?',
  'Who directed Oppenheimer?',
  'How old is the universe?',
  'What is the exchange rate of the euro?',
  'Which team does Messi play for?',
  "What is North Korea's nuclear program?",
  'What did Biden do in Afghanistan?',
  'When did the Berlin wall fall?',
  'What is the price of oil?',
  'How do I install Node.js?',
];

/**
 * Measures the threshold of an index.
 * @param search over that index
 * @returns a score of a hit
 */
export async function measureThreshold(search: Search): Promise<number> {
  const best: number[] = [];
  for (const question of UNRELATED_QUESTIONS) {
    const [first] = await search(question);
    best.push(first?.score ?? 0);
  }
  const mean = best.reduce((total, score) => total + score, 0) / best.length;
  const variance = best.reduce((total, score) => total + (score - mean) ** 2, 0) / best.length;
  return mean + SPREADS * Math.sqrt(variance);
}
