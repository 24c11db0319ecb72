/** A reason is a stable code and the numbers that made it; text/ turns it into a sentence. */

/** Money in minor units as decimal text, dates as ISO text, so that it stores and hashes as it is. */
export type ReasonValue = string | number | boolean | null;

export type Reason = { code: string; points?: number; values: Record<string, ReasonValue> };
