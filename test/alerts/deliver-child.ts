/** A process of its own that delivers everything to a recorder over HTTP; started, and killed, by a test. */
import { deliver } from '../../src/alerts/deliver.ts';
import { type Delivery, PostError, type Posted } from '../../src/alerts/poster.ts';
import { sleep } from '../../src/alerts/sleep.ts';
import { connect, type Database } from '../../src/db/database.ts';
import { settingsOf } from '../../src/db/open-database.ts';
import { SERVICE_ROLE } from '../../src/db/roles.ts';

const { DATABASE_URL = '', RECORDER = '', CLOCK_AHEAD_SECONDS = '0' } = process.env;
const ahead = { seconds: Number(CLOCK_AHEAD_SECONDS) };

const ask = async (path: 'post' | 'find', { deliveryId }: Delivery): Promise<Posted | null> => {
  const answer = await fetch(`${RECORDER}/${path}/${deliveryId}`);
  if (answer.ok) return (await answer.json()) as Posted | null;
  throw new PostError({ kind: 'transient', reason: `http ${answer.status}` });
};

const poster = {
  find: (delivery: Delivery) => ask('find', delivery),
  post: async (delivery: Delivery): Promise<Posted> => {
    const posted = await ask('post', delivery);
    if (!posted) throw new PostError({ kind: 'transient', reason: 'nothing posted' });
    return posted;
  },
};

const service = connect(settingsOf(DATABASE_URL), SERVICE_ROLE);
const database: Database = { service, reader: service, close: () => service.sql.end() };
const now = () => Temporal.Now.instant().add(ahead);
const context = { database, now, sleep, poster };
console.log(JSON.stringify(await deliver(context, { onlyDue: false, perSecond: 200 })));
await database.close();
