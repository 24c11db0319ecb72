/** A mistake of a policy: where it is, and what is said of it in each language. */
import type { policyText } from '../text/policy.ts';
import type { Path } from './policy-file.ts';

type PolicyMessages = (typeof policyText)['en'];

/** `at` is the place in words of the language: its line and its path. */
export type Finding = { path: Path; say: (t: PolicyMessages, at: string) => string };
