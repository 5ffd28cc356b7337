/** What elements are by their kind. */
const BY_ELEMENT: Record<string, string> = {
  nav: 'a menu',
  menu: 'a menu',
  aside: 'an aside',
  figcaption: 'a caption',
  form: 'a form',
  button: 'a button',
  label: 'a form',
  footer: 'a footer',
  header: 'a header',
  time: 'a date line',
};

const BY_ROLE: Record<string, string> = {
  navigation: 'a menu',
  menu: 'a menu',
  menubar: 'a menu',
  search: 'a form',
  complementary: 'an aside',
  contentinfo: 'a footer',
  dialog: 'a notice',
  alertdialog: 'a notice',
  button: 'a button',
};

/** What the makers of pages call the parts of a page, in the names of classes and ids: whole words of them. */
const BY_WORD = new Map(
  Object.entries({
    'a menu': 'nav navbar navigation menu submenu breadcrumb breadcrumbs toolbar pagination pager skip',
    'a caption': 'caption captions credit credits photocredit imagecredit photographer',
    'a share bar': 'share sharing shares sharebar sharedaddy social addthis sharethis print',
    'related stories':
      'related recirc recirculation recommended recommendations recommendation readmore trending popular outbrain ' +
      'taboola teaser teasers mostread',
    'a newsletter box': 'newsletter newsletters signup subscribe subscription optin mailchimp',
    comments: 'comment comments disqus respond',
    'an author box': 'bio biography byline bylines meta authorbox authorinfo',
    'a date line': 'timestamp dateline pubdate published updated date datetime time',
    'an advertisement': 'ad ads advert advertisement advertising sponsor sponsored promo promotion promos',
    'a gallery': 'slideshow gallery carousel lightbox',
    'a list of tags': 'tags taglist',
    'a notice': 'cookie cookies gdpr consent paywall popup modal',
  }).flatMap(([reason, words]) => words.split(' ').map((word): [string, string] => [word, reason])),
);

/** @returns what an element is besides an article's text, or null where neither its kind nor its names say so */
export type FurnitureName = string;

export function furnitureByName(element: Element): FurnitureName | null {
  const byElement = BY_ELEMENT[element.localName] ?? BY_ROLE[element.getAttribute('role') ?? ''];
  if (byElement !== undefined) return byElement;
  for (const word of nameWords(element)) {
    const reason = BY_WORD.get(word);
    if (reason !== undefined) return reason;
  }
  return null;
}

/** The words of an element's class and id: "relatedStories_x1" has "related" and "stories". */
function nameWords(element: Element): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return names
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}
