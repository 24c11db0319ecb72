/** What somebody wants of their digest, by the command or by a sentence: to see it, at another time, not at all. */
import { chooseDigestTime } from '../alerts/choose-digest-time.ts';
import { sentence } from '../text/catalog.ts';
import { slackText } from '../text/slack.ts';
import { slackHomeText } from '../text/slack-home.ts';
import { isHelp } from './parse-command.ts';
import { sendDigest } from './send-digest.ts';
import type { Manager, Tools } from './tools.ts';

/** A time of day as people write it: 7:45, 07:45, 7：45. */
const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/;
const OFF = new Set(['off', 'stop', '关闭', '停', '停发']);
const NOW = new Set(['now', '现在', '立即']);

const SENTENCE =
  /^(?:please |请)?(?:(?:send|show|give)(?: me)? |发送|发一下|发|看)?(?:my |the |today['’]s |我的|今天的|今日)?(?:digest|日报|每日摘要)(?: at )?\s*(.*?)[.!。！]?$/iu;

/** What a sentence asks of the digest, in the words of the command; null = it is about something else. */
export const digestWordsIn = (text: string): string | null => {
  const rest = SENTENCE.exec(text.normalize('NFC').trim())?.[1]?.toLowerCase();
  if (rest === undefined) return null;
  if (rest === '') return 'now';
  return OFF.has(rest) || NOW.has(rest) || TIME.test(rest) || isHelp(rest) ? rest : null;
};

const setTime = async (tools: Tools, manager: Manager, said: string): Promise<string> => {
  const words = slackHomeText[manager.language];
  const time = TIME.exec(said);
  if (!time) return words.digestBadTime(said);
  const [, hour = '', minute = ''] = time;
  const digestAt = `${hour.padStart(2, '0')}:${minute}`;
  await chooseDigestTime(tools, manager.actor, digestAt);
  return words.digestSet(digestAt);
};

/**
 * Does it and returns the sentence to say; null where the digest itself, posted to the direct messages, is the
 * answer. `from`: the channel where it was asked.
 */
export const requestDigest = async (
  tools: Tools,
  manager: Manager,
  words: string,
  from: string,
): Promise<string | null> => {
  const said = words.trim().toLowerCase();
  const text = slackText[manager.language];
  if (isHelp(said) || said === '') return text.helpDigest;
  if (OFF.has(said)) {
    await chooseDigestTime(tools, manager.actor, null);
    return slackHomeText[manager.language].digestOff;
  }
  if (!NOW.has(said)) return setTime(tools, manager, words.trim());
  const sent = await sendDigest(tools, manager);
  if (!sent.ok) return sentence(sent.problem, manager.language);
  return from === sent.value ? null : text.digestSent;
};
