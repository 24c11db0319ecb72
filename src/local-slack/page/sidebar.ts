import { html, type TemplateResult } from 'lit-html';
import type { Channel } from '../types.ts';
import { drawAvatar } from './avatar.ts';
import { look } from './link.ts';
import { change, state } from './store.ts';
import { words } from './words.ts';

const go = (channel: string) => {
  state.unread.delete(channel);
  change({ place: { kind: 'channel', id: channel }, replyTo: null, sidebarOpen: false });
};

const drawSwitcher = (): TemplateResult => {
  const me = state.people.find(({ userId }) => userId === state.me);
  return html`<label class="switcher">
    ${drawAvatar(me?.name ?? '', false)}
    <span class="who"><span class="muted">${words().lookAs}</span><b>${me?.name ?? ''}</b>
      <span class="muted">${me?.title ?? ''}</span></span>
    <select aria-label=${words().lookAs}
      @change=${(event: Event) => look((event.target as HTMLSelectElement).value)}>
      ${state.people.map(
        ({ userId, name, title }) =>
          html`<option value=${userId} ?selected=${userId === state.me}>${name}${
            title ? ` – ${title}` : ''
          }</option>`,
      )}
    </select>
  </label>`;
};

const drawEntry = (channel: string, label: unknown, current: boolean): TemplateResult => html`
  <li><button class="entry ${state.unread.has(channel) ? 'unread' : ''}"
    aria-current=${current ? 'page' : 'false'} @click=${() => go(channel)}>${label}</button></li>`;

/** Who looks, the app's DM, the channels. */
export const drawSidebar = (): TemplateResult => {
  const { around, place } = state;
  const here = place.kind === 'channel' ? place.id : around?.dm;
  const channels = (around?.channels ?? []).filter(({ kind }) => kind === 'channel');
  const app = around?.app.name ?? '';
  return html`<nav class="sidebar" aria-label=${words().menu}>
    <div class="team">${around?.app.teamName ?? ''}</div>
    ${drawSwitcher()}
    <h2>${words().apps}</h2>
    <ul>${drawEntry(around?.dm ?? '', html`${drawAvatar(app, true)} ${app}`, here === around?.dm)}</ul>
    <h2>${words().channels}</h2>
    <ul>${channels.map((channel: Channel) =>
      drawEntry(channel.id, html`<span class="hash">#</span> ${channel.name}`, here === channel.id),
    )}</ul>
  </nav>`;
};
