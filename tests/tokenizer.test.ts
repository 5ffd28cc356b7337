import { basename, dirname } from 'node:path';
import { AutoTokenizer, env, type PreTrainedTokenizer } from '@xenova/transformers';
import { beforeAll, describe, expect, it } from 'vitest';
import { readModelFolder } from '../src/embedding/model-folder.js';
import { Tokenizer } from '../src/embedding/tokenizer.js';
import { MODEL } from './model.js';

let tokenizer: Tokenizer;
/** The library's own, called without any knowledge of ours. */
let plain: PreTrainedTokenizer;

beforeAll(async () => {
  tokenizer = await Tokenizer.load(await readModelFolder(MODEL));
  env.localModelPath = dirname(MODEL);
  plain = await AutoTokenizer.from_pretrained(basename(MODEL));
});

const TEXTS: [string, string, string[]][] = [
  ['English', 'passage: ', ['Russia-Ukraine talks\n', 'They met on Feb. 18. ', '“No,” he said, 25.5 %.']],
  ['German', 'passage: ', ['Außenminister Rubio\n', 'Die Straße war voller Menschen. ', 'Ja.']],
  [
    'Ukrainian',
    'passage: ',
    ['Переговори в Ер-Ріяді\n', 'Міністр прибув у вівторок. ', '«Ні», — сказав він.'],
  ],
  ['Greek and Hebrew', 'passage: ', ['Οι συνομιλίες. ', 'השיחות התקיימו ביום שלישי. ', 'Τέλος.']],
  ['Arabic', 'passage: ', ['المحادثات في الرياض\n', 'وصل الوزير يوم الثلاثاء. ', 'ثم غادر.']],
  ['Hindi', 'passage: ', ['वार्ता मंगलवार को हुई। ', 'मंत्री रियाद पहुँचे।']],
  ['Chinese', 'passage: ', ['沙特会谈\n', '俄罗斯外长抵达利雅得。', '会谈于周二开始。', '没有结果。']],
  ['Japanese', 'passage: ', ['会談\n', '外相はリヤドに到着した。', '会談は火曜日に始まった。']],
  ['Thai', 'passage: ', ['การเจรจา\n', 'รัฐมนตรีเดินทางถึงริยาด', 'การเจรจาเริ่มในวันอังคาร']],
  ['Korean', 'passage: ', ['회담은 화요일에 시작되었다. ', '장관이 도착했다.']],
  ['mixed scripts without spaces', 'passage: ', ['Rubio说。', 'Лавров答：', '“OK”。😀', '\u202FNarrow.']],
  ['many spaces and lines', 'passage: ', ['One. \n\n ', '\tTwo.\u00A0 ', ' Three.  ']],
  ['an empty part', 'passage: ', ['', 'Only one sentence.', '', ' ']],
  ['no prompt', '', ['The talks\n', 'They met. ', 'They left.']],
  ['a prompt without a space', 'Text:', ['会谈开始。', 'Then they left.']],
  ['nothing', 'passage: ', ['']],
];

/** Offsets at which the parts end, before the white space after each. */
function endsOf(parts: string[]): number[] {
  let length = 0;
  return parts.map((part) => {
    const end = length + part.trimEnd().length;
    length += part.length;
    return end;
  });
}
const idsOf = (text: string): number[] => plain.encode(text.trimEnd());
/** How many tokens a text has, without the two that stand around it. */
const countOf = (text: string): number => idsOf(text).length - 2;

describe('a text in parts', () => {
  it.each(TEXTS)('has the tokens of the whole: %s', (_, prompt, parts) => {
    const text = parts.join('');
    const { ids } = tokenizer.tokenize(prompt, text, endsOf(parts));
    expect(ids).toEqual(idsOf(prompt + text));
    expect(tokenizer.tokenize(prompt, text).ids).toEqual(ids);
  });

  it.each(TEXTS)('ends each part where a text ends that stops there: %s', (_, prompt, parts) => {
    const text = parts.join('');
    const ends = endsOf(parts);
    const { promptEnd, end, partEnds } = tokenizer.tokenize(prompt, text, ends);
    const ofPrompt = countOf(prompt);
    expect(promptEnd).toBe(1 + ofPrompt);
    expect(end).toBe(1 + countOf(prompt + text));
    expect(partEnds).toEqual(ends.map((offset) => countOf(prompt + text.slice(0, offset)) - ofPrompt));
    expect(partEnds.every((count, i) => count >= (partEnds[i - 1] ?? 0))).toBe(true);
    expect(partEnds.at(-1)).toBe(end - promptEnd);
  });

  it('has parts whose tokens read as they do', () => {
    const parts = ['The talks\n', 'They met in Riyadh. ', 'Lavrov left.'];
    const { ids, promptEnd, partEnds } = tokenizer.tokenize('passage: ', parts.join(''), endsOf(parts));
    const read = partEnds.map((end, i) =>
      plain.decode(ids.slice(promptEnd + (partEnds[i - 1] ?? 0), promptEnd + end)),
    );
    expect(read).toEqual(['The talks', 'They met in Riyadh.', 'Lavrov left.']);
  });

  it('can be cut inside a word, and then ends there', () => {
    const text = 'Unbelievably long.';
    const { ids, partEnds } = tokenizer.tokenize('passage: ', text, [2, 12]);
    expect(ids).toEqual(idsOf(`passage: ${text}`));
    const ofPrompt = countOf('passage: ');
    expect(partEnds).toEqual(
      [2, 12].map((offset) => countOf(`passage: ${text.slice(0, offset)}`) - ofPrompt),
    );
  });
});

describe('a text that is longer than the model reads', () => {
  it.each([
    ['with spaces', 'Some words. '],
    ['without', '会谈于周二开始。'],
  ])('is cut at 512 tokens, and so are its parts: %s', (_, sentence) => {
    const parts = Array.from({ length: 300 }, () => sentence);
    const text = parts.join('');
    const whole = idsOf(`passage: ${text}`);
    expect(whole.length).toBeGreaterThan(600);
    const { ids, promptEnd, end, partEnds } = tokenizer.tokenize('passage: ', text, endsOf(parts));
    expect(ids).toEqual(whole.slice(0, 512));
    expect([promptEnd, end]).toEqual([3, 511]);
    expect(partEnds.at(-1)).toBe(508);
    const most = countOf('passage: ');
    const counts = endsOf(parts)
      .slice(0, 40)
      .map((offset) => countOf(`passage: ${text.slice(0, offset)}`) - most);
    expect(partEnds.slice(0, 40)).toEqual(counts);
    expect(partEnds.filter((count) => count === 508).length).toBeGreaterThan(40);
  });

  it('by a prompt alone leaves nothing of the text', () => {
    const { ids, promptEnd, end, partEnds } = tokenizer.tokenize('word '.repeat(600), 'The text.', [9]);
    expect([ids.length, promptEnd, end, partEnds]).toEqual([512, 511, 511, [0]]);
  });
});
