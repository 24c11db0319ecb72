import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerText } from '../http.ts';
import { mimetypeOf } from '../mimetypes.ts';

const pageFolder = fileURLToPath(new URL('../page/', import.meta.url));
const litEntry = createRequire(import.meta.url).resolve('lit-html');
/** What Node resolves to is a build for servers, somewhere inside the package. */
const litFolder = litEntry.replace(/(.*[\\/]lit-html)[\\/].*$/, '$1');

const importMap = /<script type="importmap">([^<]*)<\/script>/;

/** The page loads nothing from elsewhere, and runs no script that is not a file of its own. */
const securityPolicy = (source: string): string => {
  const inline = importMap.exec(source)?.[1] ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  return [
    "default-src 'self'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
};

const fileFor = (path: string): string | null => {
  const [folder, rest] = path.startsWith('/lit-html/')
    ? [litFolder, path.slice('/lit-html/'.length)]
    : [pageFolder, path === '/' ? 'index.html' : path.replace(/^\/page\//, '')];
  const file = resolve(join(folder, decodeURIComponent(rest)));
  return file.startsWith(folder) ? file : null;
};

/** The page's modules, types stripped as they are served, and lit-html beside them. */
export const servePage = async (path: string, response: ServerResponse): Promise<void> => {
  const file = fileFor(path);
  const source = file ? await readFile(file).catch(() => null) : null;
  if (!file || source === null) {
    answerText(response, 404, 'Not found.');
    return;
  }
  const body = file.endsWith('.ts') ? stripTypeScriptTypes(source.toString('utf8')) : source;
  response.writeHead(200, {
    'content-type': `${mimetypeOf(file)}; charset=utf-8`,
    'cache-control': 'no-cache',
    'content-security-policy': securityPolicy(source.toString('utf8')),
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
};
