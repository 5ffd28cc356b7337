/** A terminal's lines, with bold and dim, as a picture in SVG. */
export function drawTerminal(lines: string[], columns: number): string {
  const [width, height] = [columns * CHARACTER + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  const rows = lines.map(
    (line, i) => `<text x="${MARGIN}" y="${MARGIN + (i + 0.75) * LINE}">${spans(line)}</text>`,
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<style>text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #d6deeb; white-space: pre }',
    '.bold { font-weight: 700; fill: #fff } .dim { fill: #8f9db3 }</style>',
    `<rect width="${width}" height="${height}" rx="8" fill="#11182b"/>`,
    ...rows,
    '</svg>',
  ].join('\n')}\n`;
}

const [CHARACTER, LINE, MARGIN] = [7.82, 19, 18];

/** What the codes of picocolors switch on; the one that switches them off is 22. */
const STYLES: Record<string, string> = { '1': 'bold', '2': 'dim' };

function spans(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape is what starts a terminal's code
  const [plain = '', ...coded] = line.split(/\u001B\[/);
  const parts = coded.map((part) => {
    const [, code = '', text = ''] = /^(\d+)m(.*)$/.exec(part) ?? [];
    const style = STYLES[code];
    return style ? `<tspan class="${style}">${escaped(text)}</tspan>` : escaped(text);
  });
  return escaped(plain) + parts.join('');
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
