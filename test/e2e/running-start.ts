import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import WebSocket from 'ws';

const ROOT = join(import.meta.dirname, '../..');
const START_MAX_MS = 150_000;

/** A port that nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export type Ended = { code: number | null; stdout: string; stderr: string };

export type Running = {
  process: ChildProcess;
  output: () => string;
  ended: Promise<Ended>;
};

/** A command of the terminal in a process of its own, as a person would run it. */
export const launch = (words: string[], env: Record<string, string>): Running => {
  const child = spawn(process.execPath, ['src/cli.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (texts.stdout += chunk));
  child.stderr.on('data', (chunk) => (texts.stderr += chunk));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, ...texts })),
  );
  return { process: child, output: () => texts.stdout + texts.stderr, ended };
};

/** Resolves once the page's address is printed; rejects with everything printed when the process ends first. */
export const untilRunning = async (running: Running): Promise<string> => {
  const deadline = performance.now() + START_MAX_MS;
  while (performance.now() < deadline) {
    const url = running.output().match(/Open {2}(http:\S+)/)?.[1];
    if (url) return url;
    const early = await Promise.race([
      running.ended,
      new Promise<null>((resolve) => setTimeout(resolve, 100, null)),
    ]);
    if (early) throw new Error(`ended with ${early.code}:\n${early.stdout}${early.stderr}`);
  }
  throw new Error(`not running after ${START_MAX_MS} ms:\n${running.output()}`);
};

type Shown = { text?: string; user?: string; blocks?: unknown[] };
type FromServer = { kind: string; messages?: Shown[]; surroundings?: { dm: string } };

export type PageTab = {
  say: (text: string) => void;
  /** The first message of the bot, shown by now or later, whose JSON matches. */
  untilShown: (pattern: RegExp) => Promise<string>;
  close: () => void;
};

/** What the page does in a browser: one socket, one person looking. */
export const openTab = async (pageUrl: string, userId: string): Promise<PageTab> => {
  const socket = new WebSocket(`${pageUrl.replace('http', 'ws')}page/socket`, {
    origin: new URL(pageUrl).origin,
  });
  const shown: string[] = [];
  let dm = '';
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as FromServer;
    dm = message.surroundings?.dm ?? dm;
    for (const each of message.messages ?? [])
      if (each.user !== userId) shown.push(JSON.stringify(each));
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.send(JSON.stringify({ kind: 'look', as: userId }));
  const call = (name: string, args: unknown[]) =>
    socket.send(JSON.stringify({ kind: 'call', id: 1, call: name, args }));
  const until = async <T>(find: () => T | undefined | ''): Promise<T> => {
    for (let waited = 0; waited < 20_000; waited += 50) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`not shown; shown are:\n${shown.join('\n')}`);
  };
  await until(() => dm);
  return {
    say: (text) => call('say', [dm, text]),
    untilShown: (pattern) => until(() => shown.find((text) => pattern.test(text))),
    close: () => socket.close(),
  };
};
