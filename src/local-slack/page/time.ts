import { html, type TemplateResult } from 'lit-html';
import { locale, words } from './words.ts';

const dateOf = (ts: string): Date => new Date(Number(ts) * 1000);

export const dayOf = (ts: string): string => dateOf(ts).toDateString();

export const timeOf = (ts: string): string =>
  dateOf(ts).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', hour12: false });

const dayName = (ts: string): string => {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayOf(ts) === new Date().toDateString()) return words().today;
  if (dayOf(ts) === yesterday.toDateString()) return words().yesterday;
  const format = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;
  return dateOf(ts).toLocaleDateString(locale(), format);
};

export const drawDay = (ts: string): TemplateResult =>
  html`<div class="day" role="separator"><span>${dayName(ts)}</span></div>`;
