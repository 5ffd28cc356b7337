import { QUOTATION, SENTENCE_END, wordsOf } from './line.js';

/** What a line is taken for that says so itself, in the languages at hand. */
interface Kind {
  reason: string;
  pattern: RegExp;
}

const line = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'iu');
/** A page's arrow, colon or dots after what is to be clicked. */
const END = String.raw`\s*[:.…»›>→↓-]*`;

const AGENCY = `(?:Getty Images|AFP|AP|Reuters|EPA|EPA-EFE|dpa|TASS|ТАСС|Bloomberg|Shutterstock|imago(?: images)?|Alamy|Anadolu(?: Agency)?|Ukrinform)`;

const KINDS: Kind[] = [
  {
    reason: 'an advertisement',
    pattern: line(
      'advertise?ments?|advert|sponsored(?: content)?|anzeige|werbung|реклама|publicité|publicidad|reklama|pubblicità',
    ),
  },
  {
    reason: 'a link to read on',
    pattern: line(
      `(?:continue reading|keep reading|read (?:the )?(?:full|whole) (?:story|article)|read more|show more|load more|weiterlesen|mehr (?:lesen|anzeigen)|lire la suite|voir plus|seguir leyendo|sigue leyendo|leer más|читать (?:далее|дальше|полностью)|показать (?:ещё|еще)|читати (?:далі|більше)|показати більше|czytaj (?:dalej|więcej)|pokaż więcej)${END}`,
    ),
  },
  {
    reason: 'a copyright line',
    pattern: line(
      String.raw`(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4})).{0,160}|.{0,120}(?:all rights reserved|alle rechte vorbehalten|все права защищены|(?:усі|всі) права захищені|tous droits réservés|todos los derechos reservados|wszelkie prawa zastrzeżone)\.?`,
    ),
  },
  {
    reason: 'a caption',
    pattern: line(
      // "Photo: Ann Lee/Agency", "[Ann Lee/Agency]", "Ann Lee/Getty Images"
      String.raw`(?:photo(?:graph)?s?|image|picture|foto|bild|фото|світлина|zdjęcie|imagen)(?: credit| source| by)?\s*[:©/]\s*[^.!?]{2,80}` +
        String.raw`|(?:bildquelle|photo credit|crédit photo|источник фото|фото автора)\s*:?\s*[^.!?]{2,80}` +
        String.raw`|[(\[][^()[\]]{0,80}\p{L}\s?/\s?(?:${AGENCY}|\p{L}+ via )[^()[\]]{0,80}[)\]]` +
        String.raw`|(?:[\p{L}.'’-]+ ){0,5}[\p{L}.'’-]+\s?/\s?${AGENCY}(?: via [^.!?]{2,40}| photo)?` +
        String.raw`|(?:AFP|Reuters|Bloomberg|Pool|Handout)?\s?(?:via )?Getty Images`,
    ),
  },
  {
    reason: 'the last line of a feed',
    pattern: /^The post .{1,300} appeared first on .{1,100}\.$/u,
  },
];

/** "… in Kyiv on Monday [Ann Lee/Agency]": a credit in square brackets after a caption. */
const SQUARE_CREDIT = /[\p{L}.]\s\[[^[\]]{0,80}(?:\p{L}\s?\/\s?\p{L}|via )[^[\]]{0,80}\]$/u;

/** A page speaks of cookies in its own voice; an article about them does not. */
const COOKIES =
  /^(?:we|our (?:web)?site|this (?:web)?site|by (?:clicking|using|continuing)|wir|diese (?:web)?seite|unsere (?:web)?seite|nous|ce site|en poursuivant|utilizamos|este sitio|usamos|мы|наш сайт|этот сайт|сайт|ми|цей сайт|używamy|ta strona|ten serwis|accept(?: all)?|manage|alle|принять|прийняти)(?!\p{L})[^"“”„«»]{0,200}(?:cookies?|куки|файлы cookie|ciasteczka)(?!\p{L})/iu;

const setOf = (words: string): Set<string> => new Set(words.split(' '));

const NETWORKS = setOf(
  'facebook twitter whatsapp telegram linkedin reddit pinterest viber vk vkontakte flipboard messenger threads bluesky ' +
    'mastodon xing instagram tiktok youtube вконтакте одноклассники телеграм вайбер фейсбук твиттер',
);
/** Words that stand beside networks, and elsewhere. */
const OTHER_WAYS = setOf(
  'x ok email mail e sms rss print drucken imprimer imprimir распечатать друк drukuj comments',
);
const SHARING = setOf(
  'share tweet teilen partager compartir поделиться поділитися udostępnij copy kopieren copier copiar скопировать копіювати kopiuj',
);
const FOLLOWING = setOf(
  'follow join subscribe post send save folgen suivez síguenos подписаться подписывайтесь підписатися obserwuj отправить надіслати wyślij',
);
const BETWEEN = setOf(
  'on via by to this article story page link us in the with auf per diesen artikel link sur cet par en este artículo enlace ' +
    'по в на с у через статьёй статьей новостью ссылку статтею новиною посилання нас w tym artykułem',
);

/**
 * A line that offers to send the article on: "Share on Facebook", "Facebook Twitter Telegram". One network alone, or
 * two, may be a heading of an article about them.
 */
export function isShareLine(text: string): boolean {
  const words = wordsOf(text);
  if (words.length > 14 || /[?,;]/.test(text)) return false;
  const count = (...sets: Set<string>[]): number =>
    words.filter((word) => sets.some((set) => set.has(word))).length;
  if (count(NETWORKS, OTHER_WAYS, SHARING, FOLLOWING, BETWEEN) < words.length) return false;
  if (count(SHARING) > 0 || (count(FOLLOWING) > 0 && count(NETWORKS) > 0)) return true;
  return count(NETWORKS) > 0 && count(NETWORKS, OTHER_WAYS) > 2;
}

/** What a line is by its own words alone; null where it may be the article's own. */
export function kindOfPhrase(text: string): string | null {
  const found = KINDS.find(({ pattern }) => pattern.test(text));
  if (found) return found.reason;
  if (SQUARE_CREDIT.test(text) && !SENTENCE_END.test(text.replace(/\s\[.*$/, ''))) return 'a caption';
  if (isShareLine(text)) return 'a share line';
  return COOKIES.test(text) && !QUOTATION.test(text) ? 'a cookie notice' : null;
}
