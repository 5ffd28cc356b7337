import { describe, expect, it } from 'vitest';
import { checkQuestion } from '../src/question.js';

describe('checkQuestion', () => {
  it('puts a question on one line, without what cannot be seen', () => {
    expect(checkQuestion('  Who\u200B led\n the\tdelegation? ')).toBe('Who led the delegation?');
  });

  it.each([
    ['', 'A question has 2 to 300 characters; this one is empty.'],
    [' \n ', 'this one is empty'],
    ['\u200B?', 'this one has 1.'],
    ['x'.repeat(301), 'this one has 301'],
    ['x'.repeat(10_000), 'this one has 10,000'],
    ['Who\u001B[2J led?', 'this one holds control characters'],
    ['Who\u0000?', 'this one holds control characters'],
  ])('refuses %j', (question, message) => {
    expect(() => checkQuestion(question)).toThrow(message);
  });

  it('counts characters as people do', () => {
    expect(checkQuestion('😀'.repeat(300))).toBe('😀'.repeat(300));
    expect(() => checkQuestion('😀'.repeat(301))).toThrow('this one has 301');
  });
});
