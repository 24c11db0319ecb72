import { html, type TemplateResult } from 'lit-html';
import { state } from '../store.ts';
import { locale } from '../words.ts';

export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const safe = (url: string): boolean => /^(https?:|mailto:|tel:)/i.test(url);

export const drawLink = (url: string, label: unknown): TemplateResult =>
  safe(url)
    ? html`<a href=${url} target="_blank" rel="noreferrer noopener">${label}</a>`
    : html`${label}`;

export const drawUser = (id: string): TemplateResult => {
  const app = state.around?.app;
  const name =
    id === app?.botUserId ? app.name : state.people.find(({ userId }) => userId === id)?.name;
  return html`<span class="mention ${id === state.me ? 'me' : ''}">@${name ?? id}</span>`;
};

export const drawChannel = (id: string, label = ''): TemplateResult => {
  const name = state.around?.channels.find((channel) => channel.id === id)?.name;
  return html`<span class="mention">#${name ?? (label || id)}</span>`;
};

const drawDate = (ts: string, format: string, fallback: string): TemplateResult => {
  const at = new Date(Number(ts) * 1000);
  if (Number.isNaN(at.getTime())) return html`${fallback}`;
  const day = at.toLocaleDateString(locale(), { year: 'numeric', month: 'long', day: 'numeric' });
  const time = at.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  const shown = format
    .replace(/\{date[a-z_]*\}/g, day)
    .replace(/\{time[a-z_]*\}/g, time)
    .replace(/\{ago\}/g, day);
  return html`<time datetime=${at.toISOString()}>${shown}</time>`;
};

/** What stands between < and >. */
export const drawReference = (inner: string): TemplateResult => {
  const bar = inner.indexOf('|');
  const [target, label] =
    bar === -1 ? [inner, ''] : [inner.slice(0, bar), unescapeText(inner.slice(bar + 1))];
  if (target.startsWith('@')) return drawUser(target.slice(1));
  if (target.startsWith('#')) return drawChannel(target.slice(1), label);
  if (target.startsWith('!date^')) {
    const [, ts = '', format = ''] = target.split('^');
    return drawDate(ts, format, label);
  }
  if (target.startsWith('!')) {
    return html`<span class="mention">@${label || target.slice(1).split('^')[0]}</span>`;
  }
  const url = unescapeText(target);
  return drawLink(url, label || url);
};
