import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { type Json, type Surface, textOf } from '../model.ts';
import { plainOf } from '../text/text-object.ts';
import { choose, current } from './held.ts';

const kinds: Record<string, { type: string; field: string; initial: string }> = {
  datepicker: { type: 'date', field: 'selected_date', initial: 'initial_date' },
  timepicker: { type: 'time', field: 'selected_time', initial: 'initial_time' },
  datetimepicker: {
    type: 'datetime-local',
    field: 'selected_date_time',
    initial: 'initial_date_time',
  },
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Seconds since 1970 as the local time that the browser's own picker takes. */
const localTime = (seconds: number): string => {
  const at = new Date(seconds * 1000);
  const date = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  return `${date}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
};

/** A date, a time, or both, with the browser's own picker. */
export const drawPicker = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const kind = kinds[textOf(element.type)];
  if (!kind) return html``;
  const held = current(element, block, surface, kind.field, kind.initial);
  const value = typeof held === 'number' ? localTime(held) : textOf(held);
  const onChange = (event: Event) => {
    const picked = (event.target as HTMLInputElement).value;
    const seconds = Math.floor(new Date(picked).getTime() / 1000);
    const choice = kind.type === 'datetime-local' && picked ? seconds : picked || null;
    choose(element, block, surface, choice);
  };
  return html`<input class="picker" type=${kind.type} .value=${value} @change=${onChange}
    aria-label=${plainOf(element.placeholder)} title=${plainOf(element.placeholder)} />`;
};
