import { REASON_TEXT_MAX, REASON_TEXT_MIN } from '../domain/reason-codes.ts';
import { refuse } from './refuse.ts';

/** The code if it is one of the closed list; refuses any other. */
export const checkReasonCode = <T extends string>(codes: readonly T[], code: string): T =>
  codes.find((known) => known === code) ??
  refuse('reason_code', (t) => t.reasonCode(codes.join(', ')));

/** The text without spaces around it; refuses fewer than 5 code points, or more than 500. */
export const checkReasonText = (text: string): string => {
  const trimmed = text.trim();
  const length = [...trimmed].length;
  if (length < REASON_TEXT_MIN || length > REASON_TEXT_MAX)
    refuse('reason_text', (t) => t.reasonShort(REASON_TEXT_MIN, REASON_TEXT_MAX));
  return trimmed;
};
