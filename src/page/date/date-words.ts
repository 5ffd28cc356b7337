import type { Sign } from './signs.js';

/** "Published", "Posted on", "Date" in many languages, each word in its shortest certain form. Few pages need them. */
const PUBLISHED =
  /publi[sckqé]|posted|released|veröffentlicht|erstellt|erschienen|datum|date\b|opublik|dodan|objavlj|megjelen|yayın|postat|geplaatst|đăng|diterbitkan|опубл|публик|дата|додано|оприлюднено|создано|δημοσ|نشر|تاريخ|פורסם|প্রকাশ|प्रकाश|发布|發佈|發布|發表|时间|時間|公開|掲載|投稿|등록|입력|작성/iu;
/** "Updated", "as of". */
const CHANGED =
  /updat|modif|edited|editiert|revised|geändert|bearbeitet|stand:|mise? à jour|màj|a[ck]tuali[sz]|atuali[sz]|aggiorn|gewijzigd|bijgewerkt|oppdater|opdater|uppdater|päivit|frissít|güncell|обновл|оновл|измен|ενημ|تحديث|עודכן|更新|수정/iu;
/** What else has a date: a photo, an event, a member of a forum, a source that was looked up. */
const OTHER =
  /©|\(c\)|copyright|foto|photo|bild:|image|credit|\bborn\b|geboren|joined|mitglied|registriert|member since|valid|gültig|\bevent|termin|veranstalt|expires|deadline|\bseit\b|abgerufen|accessed|retrieved|archived/iu;

/**
 * What the words beside a day say of it.
 * @param before those between the day and the one before it
 * @param around all others of its line
 */
export function saidOf(before: string, around: string): Sign[] {
  const other: Sign[] = OTHER.test(around) ? ['other'] : [];
  if (PUBLISHED.test(before)) return ['labelled', ...other];
  return CHANGED.test(before) ? ['changed', ...other] : other;
}
