import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Reader } from '../load-languages.js';
import type { View } from '../view.js';
import { answerParts } from './answer-message.js';
import { articleParts } from './article-message.js';
import { compareParts } from './compare-message.js';
import { helpParts } from './help-message.js';
import { noticeParts } from './notice-message.js';
import type { Place } from './place.js';
import { sourcesParts } from './sources-message.js';
import { statusParts } from './status-message.js';
import { timelineParts } from './timeline-message.js';

/** What is sent: it pings nobody, whatever it says, and is seen too by people who switched previews off. */
export interface Message {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  allowedMentions: { parse: [] };
}

/**
 * A view as Discord shows it, in the reader's words and within the limits of a message whatever the articles hold: 4,000
 * characters of text, and 40 components, of which a comparison has the most, some 30. What is about a question begins
 * with it (see `readQuestion`).
 */
export function toMessage(view: View, reader: Reader, place: Place): Message {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components: partsOf(view, reader, place) }],
    allowedMentions: { parse: [] },
  };
}

function partsOf(view: View, reader: Reader, place: Place): APIComponentInContainer[] {
  switch (view.kind) {
    case 'answer':
      return answerParts(view, reader, place);
    case 'compare':
      return compareParts(view, reader, place);
    case 'timeline':
      return timelineParts(view, reader, place);
    case 'article':
      return articleParts(view, reader);
    case 'sources':
      return sourcesParts(view, reader);
    case 'status':
      return statusParts(view, reader);
    case 'help':
      return helpParts(reader);
    case 'notice':
      return noticeParts(view, reader);
  }
}
