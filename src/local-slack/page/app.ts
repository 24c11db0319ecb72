import { html, nothing, type TemplateResult } from 'lit-html';
import { drawConversation } from './conversation.ts';
import { drawHome } from './home.ts';
import { call } from './link.ts';
import { drawModal } from './modal.ts';
import { drawQuestion } from './question.ts';
import { drawSidebar } from './sidebar.ts';
import { change, state } from './store.ts';
import { words } from './words.ts';

const showHome = () => {
  change({ place: { kind: 'home' }, sidebarOpen: false });
  call('openHome').catch(() => {});
};
const showMessages = (dm: string) => {
  state.unread.delete(dm);
  change({ place: { kind: 'channel', id: dm }, sidebarOpen: false });
  call('openMessagesTab').catch(() => {});
};

const drawTabs = (dm: string): TemplateResult => {
  const home = state.place.kind === 'home';
  const tab = (chosen: boolean, label: string, go: () => void) => html`
    <button class="tab" role="tab" aria-selected=${chosen} @click=${go}>${label}</button>`;
  return html`<div class="tabs" role="tablist">
    ${tab(!home, words().messages, () => showMessages(dm))}
    ${tab(home, words().home, showHome)}
  </div>`;
};

const drawHeader = (): TemplateResult => {
  const { around, place } = state;
  const channel = around?.channels.find(({ id }) => place.kind === 'channel' && id === place.id);
  const inChannel = channel?.kind === 'channel';
  return html`<header class="top">
    <button class="icon only-narrow" aria-label=${words().menu}
      @click=${() => change({ sidebarOpen: !state.sidebarOpen })}>☰</button>
    <h1>${inChannel ? html`<span class="hash">#</span>${channel.name}` : around?.app.name}</h1>
    ${inChannel || !around ? nothing : drawTabs(around.dm)}
  </header>`;
};

const drawBanner = (): TemplateResult | typeof nothing => {
  if (!state.online) return html`<p class="banner" role="status">${words().offline}</p>`;
  if (state.around && !state.around.connected) {
    return html`<p class="banner" role="status">${words().appAway}</p>`;
  }
  return nothing;
};

const drawNotice = (): TemplateResult => html`<div class="notices" role="alert">
  ${
    state.notice
      ? html`<p class="notice ${state.notice.kind}">${state.notice.text}
          <button class="icon" aria-label=${words().close}
            @click=${() => change({ notice: null })}>✕</button></p>`
      : nothing
  }
</div>`;

/** The whole page. */
export const drawApp = (): TemplateResult => html`
  <div class="app ${state.sidebarOpen ? 'sidebar-open' : ''}">
    ${drawSidebar()}
    <div class="scrim" @click=${() => change({ sidebarOpen: false })}></div>
    <main>
      ${drawHeader()} ${drawBanner()}
      ${state.place.kind === 'home' ? drawHome() : drawConversation(state.place.id)}
      ${drawNotice()}
    </main>
  </div>
  ${drawModal()} ${drawQuestion()}`;
