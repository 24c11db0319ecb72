/** Names come from files: decides what of a text a terminal may be given. */

/** What a terminal would obey instead of show, and what turns the direction of a line, is left out. */
export const harmless = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');

/** The same where it must not break its line: in a cell, in a choice. */
export const oneLine = (text: string): string =>
  harmless(text.replace(/[\n\t\r\v\f\u0085\u2028\u2029]+/g, ' '));
