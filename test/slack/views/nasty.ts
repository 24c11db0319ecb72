/** Names and texts that have broken Slack apps. */
export const NASTY: [what: string, text: string][] = [
  ['3,000 characters', 'Wolfeschlegelstein '.repeat(160).slice(0, 3_000)],
  ['3,000 emoji', '👨‍👩‍👧‍👦😀'.repeat(400)],
  ['3,000 Chinese characters', '张'.repeat(3_000)],
  ['a channel mention and a link', '<!channel> <https://evil.example|click> <@U0M1>'],
  ['right-to-left text', '‮مرحبا بالعالم‬ ‏שלום'],
  ['markup', '*bold* _it_ ~s~ `code` > quote &amp; :smile:'],
  ['control characters', 'a\u0000b\u0007c\nd\r'],
  ['nothing', ''],
];
