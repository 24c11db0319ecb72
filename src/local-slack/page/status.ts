import { html, nothing, type TemplateResult } from 'lit-html';
import { tryCall } from './act.ts';
import { state } from './store.ts';
import { words } from './words.ts';

const isStreaming = (channel: string, threadTs: string): boolean =>
  [...state.messages.values()].some(
    (m) => m.channel === channel && m.threadTs === threadTs && m.stream?.open,
  );

/** "Bellwether is thinking…" and the button that stops it. */
export const drawStatus = (channel: string, threadTs: string): TemplateResult | typeof nothing => {
  const status = state.around?.statuses.find(
    (one) => one.channel === channel && one.threadTs === threadTs,
  );
  const working = status?.session === 'processing' || isStreaming(channel, threadTs);
  if (!status?.text && !working) return nothing;
  const text = status?.loadingMessages[0] ?? status?.text;
  return html`<div class="status" role="status">
    ${
      text || status?.session === 'processing'
        ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      <span>${state.around?.app.name} ${text || words().thinking}</span>`
        : nothing
    }
    ${
      working
        ? html`<button class="button stop" type="button"
            @click=${() => tryCall('stop', channel, threadTs)}>◼ ${words().stop}</button>`
        : nothing
    }
  </div>`;
};
