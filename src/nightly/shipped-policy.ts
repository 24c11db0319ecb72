import { readFile } from 'node:fs/promises';
import type { Result } from '../domain/result.ts';
import { fail } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { parsePolicyText } from '../tiering/policy.ts';
import type { PolicyDocument } from '../tiering/policy-document.ts';

/** The policy that applies where the bank reports in CNY and has put none of its own in force. */
export const SHIPPED_POLICY = new URL('../tiering/policy/standard-cny.yaml', import.meta.url);

const FILE_ERRORS = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM']);

/** The text of a policy file, or a sentence about why it cannot be read. */
export const readPolicyFile = async (path: string | URL): Promise<Result<string>> => {
  try {
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch (error) {
    if (!FILE_ERRORS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return fail(problem('policy_file', policyText, (t) => t.noFile(String(path))));
  }
};

export const loadShippedPolicy = async (): Promise<PolicyDocument> => {
  const text = await readPolicyFile(SHIPPED_POLICY);
  const document = text.ok ? parsePolicyText(text.value) : text;
  if (document.ok) return document.value;
  throw new Error(`the shipped policy is broken: ${document.problem.en}`);
};
