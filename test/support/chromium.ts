import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const path = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (candidate) => candidate && existsSync(candidate),
);

const quietFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** False when no Chromium is installed; says so loudly, once a file. */
export const hasChromium = path !== undefined;
if (!hasChromium) {
  process.stderr.write(
    '\n*** BROWSER TESTS SKIPPED: no Chromium. Install one or set CHROMIUM_PATH. ***\n\n',
  );
}

/** A headless Chromium that talks to nobody on its own. Close it after use. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: quietFlags });
