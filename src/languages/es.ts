import type { Phrases } from '../phrases.js';
import { countOf, listOf, noneOf, numberOf } from '../wording.js';

const TAG = 'es';
const number = numberOf(TAG);
const or = listOf(TAG, 'disjunction');
const nor = noneOf('ni');
const counted = countOf(TAG);
const count = (value: number, one: string, other: string): string => counted(value, { one, other });
const quoted = (text: string): string => `«${text}»`;

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'Ningún artículo lo indica.';
  return `Elige entre: ${known.join(', ')}${more > 0 ? ` y ${number(more)} más` : ''}.`;
};
const questionLength = (min: number, max: number): string =>
  `Una pregunta tiene de ${min} a ${max} caracteres`;

/** With "tú", as Discord speaks to its users; in words that Spain and Latin America share. */
export const es: Phrases = {
  tag: TAG,
  locales: ['es-ES', 'es-419'],
  commands: {
    ask: { name: 'preguntar', description: 'Responde a una pregunta con citas de los artículos' },
    compare: {
      name: 'comparar',
      description: 'Muestra lado a lado lo que dice cada medio sobre una pregunta',
    },
    timeline: {
      name: 'cronología',
      description: 'Ordena por fecha lo que dicen los artículos sobre una pregunta',
    },
    article: { name: 'artículo', description: 'Muestra un artículo: lo que se sabe de él y su texto' },
    sources: { name: 'fuentes', description: 'Muestra la lista de artículos de los que salen las citas' },
    help: { name: 'ayuda', description: 'Muestra qué se puede preguntar y cómo' },
    status: { name: 'estado', description: 'Muestra cuántos artículos hay y cómo funciona el bot' },
  },
  options: {
    question: { name: 'pregunta', description: 'Lo que quieres saber, en tu idioma' },
    publisher: { name: 'medio', description: 'Solo artículos de este medio' },
    article: { name: 'artículo', description: 'Un artículo: escribe palabras de su título' },
    after: {
      name: 'desde',
      description: 'Solo artículos publicados ese día o después, por ejemplo 2025-02-18',
    },
    before: {
      name: 'hasta',
      description: 'Solo artículos publicados ese día o antes, por ejemplo 2025-02-26',
    },
    language: { name: 'idioma', description: 'Solo artículos en este idioma' },
    page: { name: 'página', description: 'Qué página, si hay varias' },
    private: { name: 'privado', description: 'Para que solo tú veas la respuesta' },
  },
  findSources: 'Buscar fuentes',
  facts: {
    publisherUnknown: 'medio desconocido',
    dateUnknown: 'fecha desconocida',
    languageUnknown: 'idioma desconocido',
    inferred: (date) => `${date} (fecha deducida)`,
    inLanguage: (language) => `en ${language}`,
    alsoIn: (articles) => `También en: ${articles}`,
    note: (text) => `Nota: ${text}`,
    dateReason: (text) => `Fecha: ${text}`,
    characters: (value) => count(value, 'carácter', 'caracteres'),
    articles: (value) => count(value, 'artículo', 'artículos'),
    open: 'abrir',
  },
  answer: {
    certainty: {
      high: 'Es muy probable que esta sea la respuesta.',
      fair: 'Es probable que esta sea la respuesta.',
      low: 'Puede que esta sea la respuesta; revisa el contexto.',
    },
    page: (page, pages) => `página ${number(page)} de ${number(pages)}`,
    nearest: 'Lo que más se acerca:',
    tooLong: 'La frase que responde es más larga de lo que permite un mensaje. Está en:',
    only: (name) => `solo ${name}`,
    after: (date) => `desde el ${date}`,
    before: (date) => `hasta el ${date}`,
    passages: 'Lo que dice este artículo al respecto, lo más cercano primero.',
    about: 'Lo que dicen los artículos sobre este mensaje.',
    nothingAbout: 'Los artículos no dicen nada sobre este mensaje.',
  },
  compare: {
    heading: 'La mejor cita de cada medio.',
    nothing: 'No hay nada sobre esto.',
  },
  timeline: { heading: 'Lo que dicen los artículos al respecto, por fecha.' },
  article: {
    part: (from, to, length) => `Caracteres ${number(from)} a ${number(to)} de ${number(length)}`,
  },
  buttons: {
    previous: '◀ Anterior',
    next: 'Siguiente ▶',
    more: 'Más citas',
    context: (which) => (which === null ? 'En contexto' : `Contexto ${which}`),
    passages: 'Más del artículo',
    share: 'Mostrar a todos',
    askAgain: 'Volver a preguntar',
    earlier: '◀ Más arriba',
    later: 'Más abajo ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Volver a preguntar, pero solo…',
    allArticles: 'Todos los artículos',
    openArticle: 'Abrir un artículo…',
  },
  status: {
    articles: (value) => count(value, 'artículo', 'artículos'),
    passages: (value) => count(value, 'fragmento', 'fragmentos'),
    built: (when, from) => `Índice creado: ${when}, a partir de ${from}`,
    model: (name) => `Modelo: ${name}`,
    version: (version) => `Versión ${version}`,
    uptime: (duration) => `En marcha desde hace ${duration}`,
    times: (value, median, p95) =>
      `Últimas respuestas (${number(value)}): la mitad en ${number(median)} ms como máximo, el 95 % en ${number(p95)} ms como máximo`,
    noTimes: 'Todavía no hay preguntas',
  },
  help: {
    heading:
      'Pregunta en tu idioma por lo que dicen los artículos. Te responde con citas o te dice que no hay ninguna.',
    lines: [
      '**Contexto** te muestra, solo a ti, dónde está una cita. El menú debajo de cada respuesta repite la pregunta para un solo medio o periodo.',
      'En cualquier mensaje: **Aplicaciones → Buscar fuentes** busca fragmentos sobre lo que dice.',
      'Con `privado`, solo tú ves la respuesta. La búsqueda se hace en el equipo donde funciona este bot, y en ningún otro sitio.',
    ],
  },
  refusals: {
    'no-words': () => 'Aquí no hay ninguna palabra. Pregunta con una frase.',
    greeting: () =>
      'Solo se responden preguntas sobre los artículos. Pregunta lo que quieras saber de ellos.',
    'unknown-script': () =>
      'El modelo no conoce esta escritura, así que no se puede buscar en los artículos. Pregunta con letras latinas o cirílicas.',
    'off-subject': () => 'Los artículos tratan de otras cosas.',
    'not-in-the-articles': () => 'Los artículos no responden a esto.',
    unmentioned: ({ names, isClear }) =>
      `${isClear ? 'Ningún' : 'Parece que ningún'} artículo menciona ${nor(names.map(quoted))}.`,
    'other-days': (_, days) => `No hay nada sobre esto para ${or(days.map((day) => `el ${day}`))}.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'esta está vacía' : `esta tiene ${length}`;
        return `${expected}; ${found}. Pregunta, por ejemplo: «¿Quién encabezaba la delegación?»`;
      }
      return `${expected}; esta tiene ${number(length)}. Pregunta una sola cosa, en una frase.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, todos visibles; esta contiene caracteres de control. Escríbela de nuevo.`,
    'no-day': ({ text }) => `Una fecha se escribe así: 2025-02-26; ${quoted(text)} no es una fecha.`,
    'no-such-article': ({ text, known, more }) =>
      `No hay ningún artículo ${quoted(text)}. ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) =>
      `Ningún artículo es de ${quoted(text)}. ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `Ningún artículo está en el idioma ${quoted(text)}. ${choice(known, more)}`,
    'nothing-left': () => 'Con todos estos filtros no queda ningún artículo. Quita uno o elige otras fechas.',
    busy: () => 'El bot está ocupado; vuelve a preguntar en un momento.',
    stopping: () => 'El bot se está reiniciando; vuelve a preguntar en un momento.',
    fault: () => 'Algo salió mal, y no debería. Vuelve a preguntar en un momento.',
    'being-answered': () => 'Esta pregunta ya se está respondiendo aquí.',
    'may-not-share': () => 'El bot no puede escribir en este canal, así que solo tú ves la respuesta.',
    'no-text': () => 'En este mensaje no hay palabras que buscar.',
    'no-such-command': ({ name }) => `El comando /${name} ya no existe.`,
    'cooldown-user': ({ seconds }) =>
      `Podrás volver a preguntar dentro de ${count(seconds, 'segundo', 'segundos')}.`,
    'cooldown-guild': ({ seconds }) =>
      `En este servidor se podrá volver a preguntar dentro de ${count(seconds, 'segundo', 'segundos')}.`,
    'passage-gone': () =>
      'Los artículos han cambiado desde entonces: este fragmento ya no está en ellos o dice otra cosa. Vuelve a preguntar para ver qué dicen ahora.',
    thanks: ({ isUp }) => `Anotado: ${isUp ? '👍' : '👎'}. Se queda en el equipo donde funciona este bot.`,
  },
};
