import { fork } from 'node:child_process';
import { join } from 'node:path';
import { leadOf } from '../../src/index/article-vectors.js';
import { passagesOf, withHeading } from '../../src/passage.js';
import { makeArticle } from '../make-article.js';
import { articleText } from './made-articles.js';

/**
 * How many texts two bare sessions of one thread each embed in a second, of the kind that an archive holds: nothing but
 * the model is run, on tokens that are made before.
 */
export async function bareRate(articles: number): Promise<number> {
  const texts = Array.from({ length: articles }, (_, i) => textsOf(i)).flat();
  const rates = [0, 1].map(
    () =>
      new Promise<number>((resolve, reject) => {
        const child = fork(join(import.meta.dirname, 'bare-session.js'), { serialization: 'advanced' });
        child.once('error', reject);
        child.once('message', (rate: number) => resolve(rate));
        child.send(texts);
      }),
  );
  const [one = 0, other = 0] = await Promise.all(rates);
  return one + other;
}

function textsOf(number: number): string[] {
  const file = articleText(number);
  const title = /title: (.*)/.exec(file)?.[1] ?? null;
  const article = makeArticle({ title, text: file.replace(/^---[\s\S]*?---\n/, '').trim() });
  return [leadOf(article), ...passagesOf(article).map((passage) => withHeading(passage).text)];
}
