/** `/live`: the process runs. `/ready`: the database answers. `/metrics`: for Prometheus. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registry } from './metrics.ts';

export type HealthServer = { port: number; close: () => Promise<void> };

/** Listens on 127.0.0.1; rejects with the socket's error (EADDRINUSE) where the port is taken. */
export const startHealthServer = async (
  port: number,
  isReady: () => Promise<boolean>,
): Promise<HealthServer> => {
  const server = createServer(async (request, response) => {
    if (request.url === '/live') return response.end('ok\n');
    if (request.url === '/ready') {
      const ready = await isReady().catch(() => false);
      return response.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n');
    }
    if (request.url === '/metrics') {
      response.setHeader('content-type', registry.contentType);
      return response.end(await registry.metrics());
    }
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
