/** 96 managers, 96 digests: the delivering process is killed in the middle, and still each arrives once. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort, launch } from '../e2e/running-start.ts';
import { realDataFolder } from '../support/real-data.ts';

const data = realDataFolder();
const folder = mkdtempSync(join(tmpdir(), 'bellwether-digests-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MANAGERS = 96;
/** How many digests have arrived when the delivering process is killed. */
const KILLS_AT = [15, 40, 65];

/** Deliveries by id, with how many messages of the workspace's journal carry each. */
const posted = (): Map<string, number> => {
  const counts = new Map<string, number>();
  const journal = join(folder, 'data/local-slack.jsonl');
  if (!existsSync(journal)) return counts;
  const lines = readFileSync(journal, 'utf8').split('\n');
  const messages = new Set<string>();
  for (const line of lines) {
    const entry = parsed(line);
    const id = entry?.value?.metadata?.event_payload?.delivery_id;
    if (!id || entry?.set !== 'messages' || messages.has(entry.key)) continue;
    messages.add(entry.key);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
};

type Entry = {
  set: string;
  key: string;
  value?: { metadata?: { event_payload?: { delivery_id?: string } } };
};

const parsed = (line: string): Entry | null => (line.endsWith('}') ? JSON.parse(line) : null);

describe.skipIf(!data)('the Xiamen bank’s morning', () => {
  test('96 digests are delivered through the local Slack, none twice, none missing', {
    timeout: 900_000,
  }, async () => {
    const env = {
      BELLWETHER_DATA_DIR: join(folder, 'data'),
      BELLWETHER_PAGE_PORT: String(await freePort()),
      DATABASE_URL: '',
      SLACK_BOT_TOKEN: '',
    };
    const run = async (...words: string[]) => {
      const { code, stdout, stderr } = await launch(['--json', ...words], env).ended;
      expect(stderr).toBe('');
      expect(code).toBe(0);
      return JSON.parse(stdout);
    };
    await run(
      'import',
      join(data ?? '', 'xiamen_bank'),
      '--mapping',
      'examples/xiamen/mapping.yaml',
    );
    const night = ['nightly', '--business-date', '2019-09-30'];
    expect(await run(...night)).toMatchObject({ assessed: 69_126, digestsQueued: MANAGERS });
    for (const killAt of KILLS_AT) {
      const delivering = launch(['deliver'], env);
      while (posted().size < killAt) await sleep(20);
      delivering.process.kill('SIGKILL');
      await delivering.ended;
    }
    const before = posted().size;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(MANAGERS);
    await run('deliver');
    expect([...posted().values()].every((count) => count === 1)).toBe(true);
    expect(posted().size).toBe(MANAGERS);
    expect(await run('deliver')).toMatchObject({ sent: 0, failed: 0 });
    expect(await run(...night)).toMatchObject({ changed: 0, alerts: 0, digestsQueued: 0 });
  });
});
