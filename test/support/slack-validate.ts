/**
 * With SLACK_VALIDATE=1 whatever a test file showed the local Slack is also shown to Slack's own public checker,
 * `blocks.validate`; where that cannot be reached, it says so loudly. A token is used where SLACK_BOT_TOKEN is set.
 */
import { WebAPIRequestError, WebClient } from '@slack/web-api';
import { afterAll } from 'vitest';

export type Produced = { blocks: unknown } | { view: unknown };

const SLACK = 'https://slack.com/api/';
const TIMEOUT_MS = 10_000;
/** Everything of one file, at Slack's pace. */
const ALL_MS = 600_000;

const produced = new Map<string, Produced>();

/** Notes what Slack is to be asked about at the end of the file; the same is asked about once. */
export const note = (each: Produced): void => {
  if (process.env.SLACK_VALIDATE === '1') produced.set(JSON.stringify(each), each);
};

type Said = { ok: boolean; errors?: unknown; error?: string };

/** What the checker at `slackApiUrl` says against each; null = it cannot be reached. */
export const validateAll = async (
  all: Iterable<Produced>,
  slackApiUrl = SLACK,
): Promise<string[] | null> => {
  const retryConfig = { retries: 1, minTimeout: 200 };
  const options = { slackApiUrl, timeout: TIMEOUT_MS, retryConfig };
  const web = new WebClient(process.env.SLACK_BOT_TOKEN, options);
  const problems: string[] = [];
  for (const each of all) {
    try {
      await web.apiCall('blocks.validate', each);
    } catch (error) {
      if (error instanceof WebAPIRequestError) return null;
      const { data } = error as { data?: Said };
      problems.push(`${JSON.stringify(data ?? String(error))} for ${JSON.stringify(each)}`);
    }
  }
  return problems;
};

afterAll(async () => {
  if (produced.size === 0) return;
  const problems = await validateAll(produced.values());
  if (problems === null)
    console.warn(
      `\n!!! SLACK_VALIDATE=1, but ${SLACK} cannot be reached: ${produced.size} messages and forms were NOT shown to Slack's checker.\n`,
    );
  else if (problems.length > 0) throw new Error(`Slack's checker refuses:\n${problems.join('\n')}`);
}, ALL_MS);
