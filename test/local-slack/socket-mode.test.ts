import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { grace, lin, type Overrides, startSocketApp, startWorkspace } from './bolt-workspace.ts';

describe('a Bolt app in Socket Mode', () => {
  let slack: LocalSlack;
  let app: App | null = null;
  const start = async (register: (app: App) => void, overrides: Overrides = {}) => {
    slack = await startWorkspace(overrides);
    app = await startSocketApp(slack, register);
    return slack.as(lin.userId);
  };
  afterEach(async () => {
    await app?.stop();
    await slack.close();
    app = null;
  });

  it('gets a direct message and its answer is shown', async () => {
    const visitor = await start((bolt) => {
      bolt.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say(`You said ${message.text}`);
      });
    });
    const dm = visitor.openDm();
    visitor.say(dm, 'hello & <b>');
    const answer = await visitor.waitFor((me) => me.messages(dm)[1]);
    expect(answer).toMatchObject({ userId: 'U0BOT', text: 'You said hello &amp; &lt;b&gt;' });
    await slack.inspect.idle();
    expect(slack.inspect.deliveries('message')[0]).toMatchObject({ outcome: 'acked', attempt: 0 });
  });

  it('sees its own message, an edit and a deletion with their subtypes', async () => {
    const seen: unknown[] = [];
    const visitor = await start((bolt) => {
      bolt.event('message', async ({ event }) => {
        seen.push(event.subtype ?? 'plain');
      });
    });
    const dm = visitor.openDm();
    const ts = visitor.say(dm, 'first');
    visitor.edit(dm, ts, 'second');
    visitor.remove(dm, ts);
    await slack.inspect.idle();
    await visitor.waitFor(() => seen.length === 3);
    expect(seen.toSorted()).toEqual(['message_changed', 'message_deleted', 'plain']);
  });

  it('hears of a channel message only when it is mentioned', async () => {
    const mentions: string[] = [];
    const visitor = await start((bolt) => {
      bolt.event('app_mention', async ({ event }) => {
        mentions.push(event.text);
      });
    });
    visitor.say('C0GENERAL', 'nobody in particular');
    visitor.say('C0GENERAL', 'hello @Bellwether');
    await visitor.waitFor(() => mentions.length > 0);
    expect(mentions).toEqual(['hello <@U0BOT>']);
    expect(slack.inspect.deliveries()).toHaveLength(1);
  });

  it('answers a command with a message that one person sees', async () => {
    const visitor = await start((bolt) => {
      bolt.command('/tier', async ({ ack, command, respond }) => {
        await ack();
        await respond(`tier of ${command.text}, ${command.channel_name}`);
      });
    });
    const outcome = await visitor.command('C0GENERAL', '/tier', ' Chen ');
    expect(outcome.status).toBe('ok');
    const answer = await visitor.waitFor((me) => me.messages('C0GENERAL')[0]);
    expect(answer).toMatchObject({ text: 'tier of Chen, general', visibleTo: lin.userId });
    expect(slack.as(grace.userId).messages('C0GENERAL')).toEqual([]);
  });

  it('gives an escaped command the ids of the people named', async () => {
    let text = '';
    const visitor = await start((bolt) => {
      bolt.command('/reassign', async ({ ack, command }) => {
        text = command.text;
        await ack('done');
      });
    });
    await visitor.command(visitor.openDm(), '/reassign', '"Chen" @Grace Chan on leave');
    expect(text).toBe('"Chen" <@U0GRACE|grace.chan> on leave');
    expect(visitor.messages(visitor.openDm())[0]).toMatchObject({ text: 'done' });
  });

  it('reports a command that is not acknowledged in time', async () => {
    const visitor = await start(
      (bolt) => {
        bolt.command('/tier', async () => {});
      },
      { timing: { ackMs: 80 } },
    );
    expect(await visitor.command(visitor.openDm(), '/tier')).toEqual({ status: 'timed_out' });
  });

  it('is told who the person is, with locale and time zone', async () => {
    const visitor = await start(() => {});
    const found = await app?.client.users.info({ user: visitor.userId, include_locale: true });
    expect(found?.user).toMatchObject({
      locale: 'zh-CN',
      tz: 'Asia/Shanghai',
      tz_offset: 28_800,
      profile: { email: 'lin.wei@bank.example' },
    });
  });

  it('is given duplicates and reversed events on request', async () => {
    const texts: string[] = [];
    const ids = new Set<string>();
    const visitor = await start((bolt) => {
      bolt.message(async ({ body, message }) => {
        ids.add(body.event_id);
        if ('text' in message) texts.push(message.text ?? '');
      });
    });
    const dm = visitor.openDm();
    slack.faults.duplicateEvents(1, 'different');
    visitor.say(dm, 'twice');
    await visitor.waitFor(() => texts.length === 2);
    expect(ids.size).toBe(2);
    slack.faults.reverseEvents(2);
    visitor.say(dm, 'one');
    visitor.say(dm, 'two');
    await visitor.waitFor(() => texts.length === 4);
    expect(texts.slice(2)).toEqual(['two', 'one']);
  });

  it('connects again after a dropped link and then gets what it missed', async () => {
    const texts: string[] = [];
    const visitor = await start((bolt) => {
      bolt.message(async ({ message }) => {
        if ('text' in message) texts.push(message.text ?? '');
      });
    });
    slack.faults.refreshConnections();
    await visitor.waitFor(() => slack.inspect.connections() === 0);
    visitor.say(visitor.openDm(), 'in the gap');
    await visitor.waitFor(() => texts.includes('in the gap'), 9_000);
    expect(slack.inspect.connections()).toBe(1);
  }, 12_000);
});
