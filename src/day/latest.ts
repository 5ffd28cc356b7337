/** Words by which people ask for the newest, in the languages in which they ask. */
const LATEST = [
  /\b(last|latest|newest|most recent|recently)\b/,
  /\b(letzte[nrs]?|neueste[nrs]?|jüngste[nrs]?|zuletzt|neulich)\b/,
  /(последн|недавн|свеж)/,
  /(останн|нещодавн|свіж)/,
  /\b(dernier|dernière|derniers|dernières|récemment|récent|récente)(?!\p{L})/u,
  /(?<!\p{L})(último|última|últimos|últimas|reciente|recientes|recientemente)\b/u,
  /\b(ostatni|najnowsz|niedawn)/,
];

/** Whether a question asks for what came last. */
export function asksForLatest(question: string): boolean {
  const small = question.toLowerCase();
  return LATEST.some((words) => words.test(small));
}
