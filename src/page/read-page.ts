import { readFrontMatter } from '../article/front-matter.js';
import { oneLine } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { parseDocument } from './document.js';

/** A stand-in: title, Open Graph and paragraphs. */
export function readPage(
  content: Buffer,
  _from: { url: string | null; contentType: string | null },
): RawArticle {
  const document = parseDocument(content.toString());
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') || null;
  const text = [...document.querySelectorAll('body p')].map((p) => oneLine(p.textContent ?? '')).join('\n\n');
  if (text === '') throw new UserError('it holds no text');
  const date = meta('article:published_time')?.slice(0, 10) ?? null;
  const { facts } = readFrontMatter('');
  return {
    ...facts,
    title: oneLine(document.querySelector('title')?.textContent ?? '') || null,
    publisher: meta('og:site_name'),
    date,
    dateSource: date ? 'stated' : null,
    dateReason: date === null ? null : "in the page's metadata (article:published_time)",
    language: document.documentElement.getAttribute('lang'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    text,
    cuts: [],
  };
}
