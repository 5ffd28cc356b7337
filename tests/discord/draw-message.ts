import type { Button, Select } from './control-limits.js';
import type { Component, Message } from './limits.js';
import { type Node, nodesOf } from './render.js';

const WIDTH = 640;

/**
 * A message as Discord shows it in its dark theme, as a picture in SVG. The text is HTML, which a browser breaks into
 * lines; it is as high as whoever calls has seen that it needs.
 * @param asked the slash command that it answers
 */
export function drawMessage(
  message: Message,
  asked: { user: string; command: string },
  height: number,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<foreignObject width="100%" height="100%">
<div xmlns="http://www.w3.org/1999/xhtml" class="message">
<style>${STYLE}</style>
<div class="asked"><b>${escaped(asked.user)}</b> used <span class="command">/${escaped(asked.command)}</span></div>
<div class="author"><span class="avatar">t</span><b>talks</b> <span class="app">APP</span></div>
${message.components.map(component).join('\n')}
</div>
</foreignObject>
</svg>
`;
}

function component(part: Component): string {
  switch (part.type) {
    case 17:
      return `<div class="container">\n${part.components.map(component).join('\n')}\n</div>`;
    case 14:
      return '<hr/>';
    case 10:
      return `<div>${nodesOf(part.content).map(html).join('')}</div>`;
    case 1:
      return `<div>${part.components.map(control).join(' ')}</div>`;
  }
}

function control(part: Button | Select): string {
  if (part.type === 2)
    return `<span class="${part.disabled ? 'button off' : 'button'}">${escaped(part.label)}</span>`;
  return `<div class="menu"><span>▾</span>${escaped(part.placeholder ?? '')}</div>`;
}

const TAGS: Record<string, string> = {
  strong: 'b',
  heading: 'h3',
  blockQuote: 'blockquote',
  subtext: 'small',
  inlineCode: 'code',
  link: 'u',
};

function html({ type, content, name }: Node): string {
  if (type === 'br') return '<br/>';
  const inner = Array.isArray(content) ? content.map(html).join('') : escaped(content ?? name ?? '');
  const tag = TAGS[type];
  return tag ? `<${tag}>${inner.replace(/(<br\/>)$/, '')}</${tag}>` : inner;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const STYLE = [
  '.message { box-sizing: border-box; height: 100%; padding: 16px 20px 0 72px; border-radius: 8px; background: #313338; color: #dbdee1; font: 15px/1.35 "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif }',
  '.asked, .message small { font-size: 13px; color: #a5acb4 } .asked { margin-bottom: 6px }',
  '.command { color: #a9bbff } .message b { color: #f2f3f5; font-weight: 600 }',
  '.avatar { float: left; width: 40px; height: 40px; margin-left: -54px; border-radius: 50%; background: #5865f2; color: #fff; font: 700 22px/38px sans-serif; text-align: center }',
  '.app { padding: 1px 5px; border-radius: 4px; background: #5865f2; color: #fff; font-size: 10px; font-weight: 700; vertical-align: 1px }',
  '.container { margin-top: 6px; padding: 12px 16px; border: 1px solid #44464d; border-radius: 8px; background: #393a41 }',
  '.container div { margin: 4px 0 } .container small { display: block }',
  '.message hr { margin: 10px 0; border: 0; border-top: 1px solid #4c4e56 }',
  '.message blockquote { margin: 0; padding-left: 12px; border-left: 4px solid #65686f; border-radius: 4px; white-space: pre-wrap }',
  '.message u { color: #00a8fc; text-decoration: none }',
  '.message h3 { margin: 0; font-size: 17px; color: #f2f3f5 }',
  '.button { display: inline-block; padding: 6px 14px; border-radius: 8px; background: #4e5058; color: #fff } .off { opacity: .5 }',
  '.menu { padding: 8px 12px; border: 1px solid #4c4e56; border-radius: 8px; background: #313338; color: #a5acb4 } .menu span { float: right }',
].join('\n');
