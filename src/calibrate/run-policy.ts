/** Puts a scorecard into a policy and writes the file, once it has no mistakes. */
import { readFile, writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { scorecardText } from '../text/scorecard.ts';
import { parsePolicyText } from '../tiering/policy.ts';
import { parseScorecard } from '../tiering/scorecard/scorecard.ts';
import { type PolicyWithCard, writePolicyWithCard } from './write-policy.ts';

export type PolicyRun = { version: string; path: string };

const readText = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
};

/** Problems: a file that cannot be read or written, a card or a policy with a mistake. */
export const runPolicy = async (
  input: Omit<PolicyWithCard, 'base' | 'card'> & {
    basePath: string;
    cardPath: string;
    outPath: string;
  },
): Promise<Result<PolicyRun>> => {
  const { basePath, cardPath, outPath } = input;
  const base = await readText(basePath);
  if (base === null) return fail(problem('policy_file', policyText, (t) => t.noFile(basePath)));
  const cardText = await readText(cardPath);
  if (cardText === null)
    return fail(problem('scorecard_file', scorecardText, (t) => t.noFile(cardPath)));
  const shipped = parsePolicyText(base);
  if (!shipped.ok) return shipped;
  const card = parseScorecard(cardText);
  if (!card.ok) return card;
  const text = writePolicyWithCard({ ...input, base, card: card.value });
  const written = parsePolicyText(text);
  if (!written.ok) return written;
  try {
    await writeFile(outPath, text);
  } catch {
    return fail(problem('cannot_write', scorecardText, (t) => t.cannotWrite(outPath)));
  }
  return ok({ version: written.value.version, path: outPath });
};
