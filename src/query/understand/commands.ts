/** Tells a sentence that asks for something to be done from a question; nothing is ever done from words. */

const POLITE =
  '(?:(?:please|pls|plz|kindly|can you|could you|would you|will you|can i|could i|may i|i want to|i want you to|i would like to|i would like you to|we should|just|now|then|and|ok|hi|hey|hello|bellwether|also)[,!]? )*';

/** Said first, these are orders whatever they are about. */
const ORDERS =
  'set|snooze|unsnooze|mute|dismiss|acknowledge|postpone|reschedule|schedule|promote|demote|bump|move|shift|put|cancel|reject|approve|notify|remind|invite|unflag|unsubscribe|reassign|rename|merge|block|unblock|freeze|unfreeze|waive|submit|confirm|resolve|escalate|buy|sell';

/** These begin questions too ("change in AUM since June"): they are orders with what is to be done to whom. */
const ORDERS_ON = '(?:change|raise|lift|lower|reduce|increase|switch|turn|take|add|drop)';
const OWNED =
  "(?:the|his|her|their|my|this|that|its|all|every|client|[^ ]+'s|[^ ]+ [^ ]+'s|\\p{Script=Han}+)";
const ORDERS_TO = '(?:flag|unflag|tag|label|log|book|hand|hand over|make|give(?! (?:me|us)\\b))';
const TARGET = '(?:to|as|from|off|onto|into)';
const REACHED = '(?:call|ring|phone|text|message|write to|contact|visit|meet)';
const FOR_ME = '(?:for me|and|on my behalf|about|tomorrow|today|now)';

const PATTERNS: readonly RegExp[] = [
  new RegExp(`^${POLITE}(?:${ORDERS})(?= |$)`, 'u'),
  new RegExp(`^${POLITE}${ORDERS_ON} ${OWNED} (?:[^ ]+ ){0,6}?${TARGET} `, 'u'),
  new RegExp(`^${POLITE}${ORDERS_TO} (?:[^ ]+ ){1,6}?${TARGET} `, 'u'),
  new RegExp(`^${POLITE}${REACHED} (?:him|her|them|all|every|the|my|this)(?= )`, 'u'),
  new RegExp(`^${POLITE}${REACHED} [^ ]+ (?:[^ ]+ )?${FOR_ME}(?= |$)`, 'u'),
];

/** "Set Wu Jie to premier", "snooze this for a week", "call her for me". */
export const isCommand = (text: string): boolean => PATTERNS.some((pattern) => pattern.test(text));
