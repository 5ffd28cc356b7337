import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { en } from '../languages/en.js';
import { noticeInWords } from '../notice.js';
import type { SourcesView, View } from '../view.js';
import { answerTexts, refusalTexts } from './answer-texts.js';
import { sourcesTexts } from './article-texts.js';
import { customIdOf } from './custom-id.js';
import { escapedWithin } from './markdown.js';

/** What is sent: it pings nobody, whatever it says, and is seen too by people who switched previews off. */
export interface Message {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  allowedMentions: { parse: [] };
}

/** Of all the text of a message together (Discord's documentation, "Component Reference"). */
const ROOM = 4_000;

/**
 * A view as Discord shows it, within the limits of a message whatever the articles hold: of the 40 components that it
 * may have, an answer has 16 at most, a page of sources 20. The text is kept within its room by whoever writes it.
 */
export function toMessage(view: View): Message {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components: partsOf(view) }],
    allowedMentions: { parse: [] },
  };
}

function partsOf(view: View): APIComponentInContainer[] {
  switch (view.kind) {
    case 'answer':
      return separated(view.answer.answered ? answerTexts(view.answer, ROOM) : refusalTexts(view.answer));
    case 'sources':
      return [...separated(sourcesTexts(view)), ...pageButtons(view)];
    case 'notice':
      return separated([[escapedWithin(noticeInWords(view.notice, en), ROOM)]]);
    default:
      return separated([[view.kind]]);
  }
}

/** Groups of texts, with a line between them. */
function separated(groups: string[][]): APIComponentInContainer[] {
  return groups.flatMap((group, i) => [
    ...(i > 0 ? [{ type: ComponentType.Separator as const }] : []),
    ...group.map((content) => ({ type: ComponentType.TextDisplay as const, content })),
  ]);
}

function pageButtons({ page, pages }: SourcesView): APIComponentInContainer[] {
  if (pages === 1) return [];
  const button = (label: string, to: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label,
    custom_id: customIdOf({ command: 'sources', options: { page: `${to}` }, opens: 'here' }),
    disabled: to < 1 || to > pages,
  });
  const components = [button('◀ Previous', page - 1), button('Next ▶', page + 1)];
  return [{ type: ComponentType.ActionRow, components }];
}
