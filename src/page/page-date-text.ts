import type { PageLine } from './page-lines.js';
import { namesOf, placeOf } from './page-place.js';
import { type Reading, writtenDays } from './written-days.js';

/** A day in the text of a page that may be the day of publication. */
export interface TextDay {
  day: string;
  other?: string;
  score: number;
  reason: string;
  line: string;
}

const PUBLISHED =
  /publi[sckqéĉ]|posted|veröffentlicht|erstellt|erschienen|online seit|datum|опубл|публик|дата|додано|оприлюднено|создано|发布|發佈|發布|發表|時間|时间|公開|掲載|投稿|등록|입력|작성|نشر|تاريخ|פורסם|dodan|objavlj|megjelen|közzét|yayın|δημοσ|postat|postad|lagt ut|opublik|date\b|released|geplaatst|đăng|ditulis|diterbitkan|প্রকাশ|प्रकाश/iu;
const MODIFIED =
  /updat|modif|edited|revised|aktuali[sz]|geändert|bearbeitet|stand:|обновл|оновл|измен|mis(?:e)? à jour|màj|actuali[zs]|aggiorn|modific|atuali[sz]|gewijzigd|bijgewerkt|oppdater|opdater|uppdater|päivit|frissít|güncell|更新|수정|تحديث|עודכן|ενημ/iu;
const NEVER =
  /©|\(c\)|copyright|foto|photo|bild:|image|credit|born|geboren|joined|mitglied|registriert|member since|valid|gültig|event|termin|veranstalt|expires|deadline|seit|abgerufen|accessed|retrieved|visited|archived/iu;
const DATE_NAME = /date|datum|time|publi|posted|fecha|dato|stamp|meta|byline|info|created|day/;
const NEAR = 12;

/** The days in the lines of a page, each with how likely it is the day of publication; the best first. */
export function textDays(
  lines: PageLine[],
  titleAt: number | null,
  shared: Set<Element>,
  reading: Reading,
): TextDay[] {
  const found: TextDay[] = [];
  const counts = new Map<string, number>();
  for (const [at, { text, element, isAttribute }] of lines.entries()) {
    if (!/\p{Nd}/u.test(text)) continue;
    const isLong = text.length > 120;
    const days = writtenDays(isLong ? text.slice(0, 100) : text, reading);
    if (days.length === 0 || days.length > 3) continue;
    const place = placeOf(element, shared);
    const kind = `${element.localName} ${namesOf(element)} ${element.parentElement ? namesOf(element.parentElement) : ''}`;
    const before = counts.get(kind) ?? 0;
    counts.set(kind, before + 1);
    for (const [nth, { day, other, start, end }] of days.entries()) {
      const rest = text.slice(0, start) + text.slice(end);
      const letters = rest.match(/\p{L}/gu)?.length ?? 0;
      const label = nth === 0 ? text.slice(0, start) : text.slice(days[nth - 1]?.end ?? 0, start);
      let score = 0;
      if (place === 'comments' || place === 'footer') score -= 6;
      if (place === 'elsewhere') score -= 4;
      if (place === 'menu') score -= 5;
      if (letters <= 12) score += 2;
      else if (letters <= 40) score += 1;
      else if (letters > 70) score -= 2;
      if (isLong) score -= 1;
      if (PUBLISHED.test(label)) score += 3;
      else if (MODIFIED.test(label)) score -= 1;
      if (NEVER.test(rest)) score -= 3;
      if (DATE_NAME.test(ownNames(element))) score += 1.5;
      if (isAttribute) score += 1;
      if (titleAt !== null) {
        const distance = at - titleAt;
        if (distance >= 0 && distance <= NEAR) score += 3 - distance / 6;
        else if (distance < 0 && distance >= -4) score += 2;
        else if (distance > NEAR) score -= Math.min(3, distance / 100);
        else score -= 2;
      }
      if (element.closest('a') && !/date|time|publi|post|meta/.test(ownNames(element))) score -= 0.5;
      score -= Math.min(2, before * 0.5) + nth * 0.5;
      found.push({
        day,
        ...(other ? { other } : {}),
        score,
        line: text,
        reason:
          titleAt !== null && Math.abs(at - titleAt) <= NEAR ? 'in the text, near the title' : 'in the text',
      });
    }
    if (found.length > 2000) break;
  }
  return found.sort((one, next) => next.score - one.score);
}

const ownNames = (element: Element): string =>
  `${namesOf(element)} ${element.parentElement ? namesOf(element.parentElement) : ''}`;
