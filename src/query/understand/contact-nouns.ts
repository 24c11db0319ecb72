/** Tells "no phone call" (it did not happen) from the channel "phone call" (a code of another fact). */
import type { FieldKey } from '../field-keys.ts';
import type { Item, ItemType } from './items.ts';

const COUNTED = new Map<string, FieldKey>([
  ['phone call', 'callCount'],
  ['电话联系', 'callCount'],
  ['email contact', 'emailCount'],
  ['邮件联系', 'emailCount'],
  ['上门联系', 'visitCount'],
]);

const isOfChannel = (item: Item): boolean => item.type === 'field' && /channel/i.test(item.field);

const HAPPENED = new Map<string, FieldKey>([
  ['complaint', 'complaintCount'],
  ['complaints', 'complaintCount'],
  ['a complaint', 'complaintCount'],
  ['投诉', 'complaintCount'],
  ['有投诉', 'complaintCount'],
]);
const TIMES: readonly ItemType[] = ['period', 'last', 'dateEdge', 'withinWord'];

/** "Complaints in October", 十月份的投诉 were made then; "complaints" alone are those that are open. */
export const withComplaints = (items: readonly Item[], text: string): readonly Item[] =>
  items.map((item, at) => {
    const { type, start, end } = item;
    const field = type === 'flag' ? HAPPENED.get(text.slice(start, end)) : undefined;
    const next = items.slice(at + 1).find((one) => one.type !== 'noise');
    const before = items
      .slice(0, at)
      .findLast((one) => !['noise', 'has', 'not'].includes(one.type));
    const beside = /\p{Script=Han}/u.test(text.slice(start, end)) ? before : next;
    return field && beside && TIMES.includes(beside.type)
      ? { type: 'event', field, start, end }
      : item;
  });

/** The items with a channel's name after "no", "without" or 没有 as what happened, unless a channel is spoken of. */
export const withContactNouns = (items: readonly Item[], text: string): readonly Item[] => {
  if (items.some(isOfChannel)) return items;
  return items.map((item, at) => {
    const { type, start, end } = item;
    const field = type === 'code' ? COUNTED.get(text.slice(start, end)) : undefined;
    const before = items.slice(0, at).findLast((one) => !['noise', 'has'].includes(one.type));
    return field && before?.type === 'not' ? { type: 'event', field, start, end } : item;
  });
};
