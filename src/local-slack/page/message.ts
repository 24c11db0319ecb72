import { html, nothing, type TemplateResult } from 'lit-html';
import type { FileLink, ShownMessage } from '../page-api/protocol.ts';
import { drawAvatar } from './avatar.ts';
import { drawBlocks } from './blocks/blocks.ts';
import { state } from './store.ts';
import { drawMrkdwn } from './text/mrkdwn.ts';
import { timeOf } from './time.ts';
import { words } from './words.ts';

const authorOf = (message: ShownMessage): { name: string; isApp: boolean } => {
  const app = state.around?.app;
  if (message.botId) return { name: app?.name ?? '', isApp: true };
  const person = state.people.find(({ userId }) => userId === message.userId);
  return { name: person?.name ?? message.userId, isApp: false };
};

const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;

const drawFile = (file: FileLink): TemplateResult => html`<a class="file" href=${file.url}
  download=${file.name}><span class="file-sign" aria-hidden="true">${
    file.name.split('.').at(-1)?.slice(0, 4) ?? ''
  }</span><span><b>${file.title}</b><span class="muted">${file.name} · ${sizeOf(file.size)}</span></span></a>`;

const drawBody = (message: ShownMessage): TemplateResult => {
  const where = { channel: message.channel, ts: message.ts };
  const surface = { where, key: `${message.channel}/${message.ts}`, values: {}, errors: {} };
  const blocks = message.botId ? message.blocks : [];
  return blocks.length > 0
    ? html`<div class="blocks">${drawBlocks(blocks, surface)}</div>`
    : html`<div class="text">${drawMrkdwn(message.text)}</div>`;
};

/** One message with who wrote it, what it says, and its files. */
export const drawMessage = (message: ShownMessage): TemplateResult => {
  const { name, isApp } = authorOf(message);
  const streaming = message.stream?.open ? 'streaming' : '';
  return html`<article class="message ${message.visibleTo ? 'ephemeral' : ''} ${streaming}"
    data-ts=${message.ts}>
    ${drawAvatar(name, isApp)}
    <div class="message-body">
      ${message.visibleTo ? html`<div class="only-you">${words().onlyYou}</div>` : nothing}
      <div class="byline"><b>${name}</b>${isApp ? html`<span class="badge">${words().app}</span>` : nothing}
        <time class="muted">${timeOf(message.ts)}</time></div>
      ${drawBody(message)}
      ${message.editedTs ? html`<span class="muted edited">${words().edited}</span>` : nothing}
      ${message.files.length > 0 ? html`<div class="files">${message.files.map(drawFile)}</div>` : nothing}
    </div>
  </article>`;
};
