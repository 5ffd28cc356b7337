import type { Phrases } from '../phrases.js';
import { countOf, listOf, numberOf } from '../wording.js';

const TAG = 'fr';
const number = numberOf(TAG);
const or = listOf(TAG, 'disjunction');
const counted = countOf(TAG);
const count = (value: number, one: string, other: string): string => counted(value, { one, other });
const quoted = (text: string): string => `« ${text} »`;

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'Aucun article ne l’indique.';
  return `Au choix : ${known.join(', ')}${more > 0 ? ` et ${number(more)} de plus` : ''}.`;
};
const questionLength = (min: number, max: number): string =>
  `Une question compte de ${min} à ${max} caractères`;

/** With "tu", as Discord speaks to its users. The spaces before : ; ? % and within « » do not break. */
export const fr: Phrases = {
  tag: TAG,
  locales: ['fr'],
  commands: {
    ask: { name: 'demander', description: 'Répondre à une question par des citations tirées des articles' },
    compare: { name: 'comparer', description: 'Mettre côte à côte ce que chaque média dit sur une question' },
    timeline: {
      name: 'chronologie',
      description: 'Classer par date ce que les articles disent sur une question',
    },
    article: { name: 'article', description: 'Afficher un article : ce que l’on en sait, et son texte' },
    sources: { name: 'sources', description: 'Lister les articles d’où viennent les citations' },
    help: { name: 'aide', description: 'Montrer ce que l’on peut demander, et comment' },
    status: { name: 'état', description: 'Afficher le nombre d’articles et l’état du bot' },
  },
  options: {
    question: { name: 'question', description: 'Ce que tu veux savoir, dans ta langue' },
    publisher: { name: 'média', description: 'Seulement les articles de ce média' },
    article: { name: 'article', description: 'Un article : tape des mots de son titre' },
    after: {
      name: 'du',
      description: 'Seulement les articles parus ce jour-là ou après, par exemple 2025-02-18',
    },
    before: {
      name: 'au',
      description: 'Seulement les articles parus ce jour-là ou avant, par exemple 2025-02-26',
    },
    language: { name: 'langue', description: 'Seulement les articles dans cette langue' },
    page: { name: 'page', description: 'Le numéro de page, s’il y en a plusieurs' },
    private: { name: 'privé', description: 'Pour que personne d’autre ne voie la réponse' },
  },
  findSources: 'Trouver des sources',
  facts: {
    publisherUnknown: 'média inconnu',
    dateUnknown: 'date inconnue',
    languageUnknown: 'langue inconnue',
    inferred: (date) => `${date} (date déduite)`,
    inLanguage: (language) => `en ${language}`,
    alsoIn: (articles) => `Aussi dans : ${articles}`,
    note: (text) => `À noter : ${text}`,
    dateReason: (text) => `Date : ${text}`,
    characters: (value) => count(value, 'caractère', 'caractères'),
    articles: (value) => count(value, 'article', 'articles'),
    open: 'ouvrir',
  },
  answer: {
    certainty: {
      high: 'C’est très probablement la réponse.',
      fair: 'C’est probablement la réponse.',
      low: 'C’est peut-être la réponse ; vérifie le contexte.',
    },
    page: (page, pages) => `page ${number(page)} sur ${number(pages)}`,
    nearest: 'Ce qui s’en rapproche le plus :',
    tooLong: 'La phrase qui répond est trop longue pour un message. Elle se trouve dans :',
    only: (name) => `seulement ${name}`,
    after: (date) => `à partir du ${date}`,
    before: (date) => `jusqu’au ${date}`,
    passages: 'Ce que cet article en dit, en commençant par le plus proche.',
    about: 'Ce que les articles disent au sujet de ce message.',
    nothingAbout: 'Les articles ne disent rien sur ce message.',
  },
  compare: {
    heading: 'La meilleure citation de chaque média.',
    nothing: 'Rien n’a été trouvé à ce sujet.',
  },
  timeline: { heading: 'Ce que les articles en disent, par date.' },
  article: {
    part: (from, to, length) => `Caractères ${number(from)} à ${number(to)} sur ${number(length)}`,
  },
  buttons: {
    previous: '◀ Précédent',
    next: 'Suivant ▶',
    more: 'Autres citations',
    context: (which) => (which === null ? 'Dans son contexte' : `Contexte ${which}`),
    passages: 'Autres passages',
    share: 'Montrer à tous',
    askAgain: 'Reposer la question',
    earlier: '◀ Plus haut',
    later: 'Plus bas ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Reposer la question, mais seulement…',
    allArticles: 'Tous les articles',
    openArticle: 'Ouvrir un article…',
  },
  status: {
    articles: (value) => count(value, 'article', 'articles'),
    passages: (value) => count(value, 'passage', 'passages'),
    built: (when, from) => `Index créé : ${when}, à partir de ${from}`,
    model: (name) => `Modèle : ${name}`,
    version: (version) => `Version ${version}`,
    uptime: (duration) => `En marche depuis ${duration}`,
    times: (value, median, p95) =>
      `Dernières réponses (${number(value)}) : la moitié en ${number(median)} ms au plus, 95 % en ${number(p95)} ms au plus`,
    noTimes: 'Aucune question pour l’instant',
  },
  help: {
    heading:
      'Interroge les articles dans ta langue. Tu reçois des citations, ou tu apprends qu’il n’y en a pas.',
    lines: [
      '**Contexte** montre où se trouve une citation, sans que les autres le voient. Le menu sous une réponse repose la question pour un seul média ou une seule période.',
      'Sur n’importe quel message : **Applications → Trouver des sources** cherche des passages à son sujet.',
      'Avec `privé`, personne d’autre ne voit la réponse. La recherche se fait sur l’ordinateur où tourne ce bot, et nulle part ailleurs.',
    ],
  },
  refusals: {
    'no-words': () => 'Il n’y a aucun mot là-dedans. Pose ta question en une phrase.',
    greeting: () => 'Le bot ne répond qu’aux questions sur les articles. Demande ce que tu veux y apprendre.',
    'unknown-script': () =>
      'Le modèle ne connaît pas cette écriture : impossible de chercher dans les articles. Écris en lettres latines ou cyrilliques.',
    'off-subject': () => 'Les articles parlent d’autre chose.',
    'not-in-the-articles': () => 'Les articles ne répondent pas à cette question.',
    unmentioned: ({ names, isClear }) =>
      `Aucun article ${isClear ? 'ne mentionne' : 'ne semble mentionner'} ${or(names.map(quoted))}.`,
    'other-days': (_, days) => `Rien n’a été trouvé à ce sujet pour ${or(days.map((day) => `le ${day}`))}.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'celle-ci est vide' : `celle-ci en compte ${length}`;
        return `${expected} ; ${found}. Demande, par exemple : « Qui dirigeait la délégation ? »`;
      }
      return `${expected} ; celle-ci en compte ${number(length)}. Demande une seule chose, en une phrase.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, tous visibles ; celle-ci contient des caractères de contrôle. Tape-la à nouveau.`,
    'no-day': ({ text }) => `Une date s’écrit ainsi : 2025-02-26 ; ${quoted(text)} n’est pas une date.`,
    'no-such-article': ({ text, known, more }) =>
      `Il n’y a pas d’article ${quoted(text)}. ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) =>
      `Aucun article ne vient de ${quoted(text)}. ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `Aucun article n’est dans la langue ${quoted(text)}. ${choice(known, more)}`,
    'nothing-left': () =>
      'Avec tous ces filtres, il ne reste aucun article. Retires-en un ou choisis d’autres jours.',
    busy: () => 'Le bot est occupé ; réessaie dans un instant.',
    stopping: () => 'Le bot redémarre ; réessaie dans un instant.',
    fault: () => 'Il s’est produit une erreur qui n’aurait pas dû arriver. Redemande dans un instant.',
    'being-answered': () => 'La réponse à cette question est déjà en route ici.',
    'may-not-share': () =>
      'Le bot n’a pas le droit d’écrire dans ce salon : personne d’autre ne verra la réponse.',
    'no-text': () => 'Il n’y a dans ce message aucun mot à chercher.',
    'no-such-command': ({ name }) => `La commande /${name} n’existe plus.`,
    'cooldown-user': ({ seconds }) =>
      `Tu pourras poser une autre question dans ${count(seconds, 'seconde', 'secondes')}.`,
    'cooldown-guild': ({ seconds }) =>
      `Sur ce serveur, la prochaine question pourra être posée dans ${count(seconds, 'seconde', 'secondes')}.`,
    'passage-gone': () =>
      'Les articles ont changé depuis : ce passage n’y est plus, ou dit autre chose. Redemande pour voir ce qu’ils disent maintenant.',
    thanks: ({ isUp }) => `C’est noté : ${isUp ? '👍' : '👎'}. Ça reste sur l’ordinateur où tourne ce bot.`,
  },
};
