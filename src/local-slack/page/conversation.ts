import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ShownMessage } from '../page-api/protocol.ts';
import { tryCall } from './act.ts';
import { drawComposer } from './composer.ts';
import { drawMessage } from './message.ts';
import { drawStatus } from './status.ts';
import { change, state } from './store.ts';
import { dayOf, drawDay } from './time.ts';
import { words } from './words.ts';

type Thread = { root: ShownMessage; replies: ShownMessage[] };

const byTs = (a: ShownMessage, b: ShownMessage): number => (a.ts < b.ts ? -1 : 1);

/** Roots in order, each with its replies; a reply whose root is gone stands for itself. */
const threadsOf = (channel: string): Thread[] => {
  const messages = [...state.messages.values()].filter((m) => m.channel === channel).sort(byTs);
  const known = new Set(messages.map(({ ts }) => ts));
  const isReply = (m: ShownMessage) =>
    m.threadTs !== null && m.threadTs !== m.ts && known.has(m.threadTs);
  return messages
    .filter((message) => !isReply(message))
    .map((root) => ({
      root,
      replies: messages.filter((m) => isReply(m) && m.threadTs === root.ts),
    }));
};

const drawReplyButton = ({ root }: Thread): TemplateResult => html`
  <button class="reply" type="button" @click=${() => {
    change({ replyTo: root.ts });
    document.querySelector<HTMLElement>('.composer textarea')?.focus();
  }}>${words().reply}</button>`;

const drawThread = (thread: Thread): TemplateResult => {
  const { root, replies } = thread;
  const status = drawStatus(root.channel, root.ts);
  const hasThread = replies.length > 0 || status !== nothing || state.replyTo === root.ts;
  return html`${drawMessage(root)}
    ${
      hasThread
        ? html`<div class="thread ${state.replyTo === root.ts ? 'answering' : ''}">
            ${repeat(replies, ({ ts }) => ts, drawMessage)}
            ${status} ${drawReplyButton(thread)}
          </div>`
        : html`<div class="no-thread">${drawReplyButton(thread)}</div>`
    }`;
};

const drawPrompts = (channel: string): TemplateResult | typeof nothing => {
  const { around } = state;
  const prompts = around?.dm === channel ? around.prompts.prompts : [];
  if (!prompts.length) return nothing;
  return html`<div class="prompts"><span class="muted">${around?.prompts.title || words().askSomething}</span>
    ${prompts.map(
      ({ title, message }) => html`<button class="prompt" type="button" title=${message}
        @click=${() => tryCall('say', channel, message)}>${title}</button>`,
    )}</div>`;
};

const drawList = (threads: Thread[]): TemplateResult =>
  html`${repeat(
    threads,
    ({ root }) => root.ts,
    (thread, index) => {
      const before = threads[index - 1];
      const newDay = !before || dayOf(before.root.ts) !== dayOf(thread.root.ts);
      return html`${newDay ? drawDay(thread.root.ts) : nothing}${drawThread(thread)}`;
    },
  )}`;

/** The messages of a channel or DM, and what is needed to write one. */
export const drawConversation = (channel: string): TemplateResult => {
  const threads = threadsOf(channel);
  return html`<section class="messages" data-channel=${channel} role="log" tabindex="0"
      aria-label=${words().messages}>
      <div class="message-list">
        ${threads.length === 0 ? html`<p class="empty">${words().emptyChannel}</p>` : drawList(threads)}
      </div>
    </section>
    ${drawPrompts(channel)} ${drawComposer(channel)}`;
};
