import { expect, test } from 'vitest';
import { ProblemsError, SurroundingsError, UserError } from '../../../src/errors.ts';
import { renderError } from '../../../src/text/terminal/render-error.ts';

test('a sentence, and what to do', () => {
  expect(renderError(new SurroundingsError('port_taken', { port: 7788 }), 'en')).toEqual({
    code: 'port_taken',
    message: 'Port 7788 cannot be had; another program may hold it.',
    hint: 'Set TAGWISE_PORT to another port, or leave it out to have one chosen.',
  });
});

test('the problems of a file stand below, as compilers write them', () => {
  const error = new ProblemsError('packs_broken', [
    { file: 'zh/ask-price.yaml', line: 7, field: 'phrases.2', message: 'Take it out.' },
    { file: 'zh/urgent.yaml', line: null, field: '', message: 'Save the file as UTF-8.' },
    { file: '', line: null, field: 'caps', message: 'Raise it.' },
  ]);
  expect(`\n${renderError(error, 'zh').message}\n`).toBe(`
关键词包有 3 处问题，没有采用。
zh/ask-price.yaml:7 phrases.2: Take it out.
zh/urgent.yaml 把文件存成 UTF-8 编码。
caps: Raise it.
`);
});

test('of very many problems only the first are shown, and how many are left', () => {
  const problems = Array.from({ length: 60 }, (_, i) => ({ file: 'a.yaml', line: i + 1, field: '', message: 'Mend it.' }));
  const lines = renderError(new ProblemsError('library_broken', problems), 'en').message.split('\n');
  expect(lines).toHaveLength(52);
  expect(lines.at(-1)).toBe('… and 10 more');
});

test('names that people typed cannot steer the terminal', () => {
  const { message } = renderError(new UserError('unknown_customer', { name: '\u001b[31m王\u202e\n芳\u0007' }), 'zh');
  expect(message).toBe('没有找到客户“王 芳”。');
});

test('a code without a sentence is shown as it is', () => {
  expect(renderError(new UserError('constructor'), 'en')).toEqual({ code: 'constructor', message: 'constructor', hint: '' });
});
