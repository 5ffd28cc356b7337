import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfSentence } from '../src/discord/text-fragment.js';

const PAGE = 'https://example.org/a';
/** What a browser looks for: a text, or the first and the last words of one. */
const textsOf = (address: string | null): string[] =>
  /:~:text=(.*)$/
    .exec(address ?? '')?.[1]
    ?.split(',')
    .map(decodeURIComponent) ?? [];

describe('the address of a sentence', () => {
  it('names a short sentence whole', () => {
    expect(addressOfSentence(PAGE, 'Two came.')).toBe(`${PAGE}#:~:text=Two%20came.`);
  });

  it('names a long one by its first and its last words', () => {
    const sentence =
      'On Monday, the two delegations met in Riyadh – for the first time since 2022, officials said.';
    expect(textsOf(addressOfSentence(PAGE, sentence))).toEqual([
      'On Monday, the two delegations',
      'time since 2022, officials said.',
    ]);
  });

  it('encodes what divides a fragment, and what ends a link', () => {
    expect(addressOfSentence(PAGE, "A-b, c & d (e)* f's")).toBe(
      `${PAGE}#:~:text=A%2Db%2C%20c%20%26%20d%20%28e%29%2A%20f%27s`,
    );
  });

  it('keeps a fragment of the address, but not a text in it', () => {
    expect(addressOfSentence(`${PAGE}#top`, 'Two came.')).toBe(`${PAGE}#top:~:text=Two%20came.`);
    expect(addressOfSentence(`${PAGE}#top:~:text=One`, 'Two came.')).toBe(`${PAGE}#top:~:text=Two%20came.`);
    expect(addressOfSentence(`${PAGE}#`, 'Two came.')).toBe(`${PAGE}#:~:text=Two%20came.`);
  });

  it('takes the words of one paragraph only at each end', () => {
    expect(textsOf(addressOfSentence(PAGE, 'Two came.\n\nThey left\nagain.'))).toEqual([
      'Two came.',
      'again.',
    ]);
    expect(textsOf(addressOfSentence(PAGE, '***\nTwo  came\n***'))).toEqual(['Two came']);
  });

  it('leaves out marks before the first word, which a page may write otherwise', () => {
    expect(textsOf(addressOfSentence(PAGE, '“– Two came.”'))).toEqual(['Two came.”']);
  });

  it('finds the words of a sentence without spaces', () => {
    const sentence = '中美两国代表团星期二在沙特阿拉伯首都利雅得举行了会谈，这是战争开始以来的第一次会谈。';
    const [first = '', last = ''] = textsOf(addressOfSentence(PAGE, sentence));
    expect(sentence.startsWith(first) && sentence.endsWith(last)).toBe(true);
    expect([first.length > 4, last.length > 4]).toEqual([true, true]);
  });

  it('takes fewer words where the address leaves less room, and none where it leaves too little', () => {
    const sentence =
      'Российская делегация прилетела в Эр-Рияд во вторник утром, сообщили представители обеих стран.';
    const counts = [100, 300, 400, 500].map((length) => {
      const address = addressOfSentence(`https://example.org/${'a'.repeat(length - 20)}`, sentence) ?? '';
      expect(address.length).toBeLessThanOrEqual(512);
      return textsOf(address)[0]?.split(' ').length ?? 0;
    });
    expect(counts).toEqual([4, 2, 0, 0]);
    expect(addressOfSentence(`https://example.org/${'a'.repeat(600)}`, sentence)).toBeNull();
  });

  it.each(['', 'example.org', 'javascript:alert(1)', 'ftp://example.org/a', 'https://'])(
    'is none for %j',
    (address) => {
      expect(addressOfSentence(address, 'Two came.')).toBeNull();
    },
  );

  it('is the plain address where a sentence has no words', () => {
    expect(addressOfSentence(PAGE, '* * *')).toBe(PAGE);
  });

  it('holds words of the sentence, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (sentence) => {
        const address = addressOfSentence(PAGE, sentence) ?? '';
        expect(address).toMatch(/^https:\/\/example\.org\/a(?:#:~:text=[^-\s&()<>]+)?$/);
        const line = sentence.replace(/\s+/g, ' ');
        for (const text of textsOf(address)) expect(line).toContain(text);
      }),
      { numRuns: 50 },
    );
  });
});
