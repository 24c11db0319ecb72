/** Slack says nothing when an app ignores something; this does. */
import type { App } from '@slack/bolt';
import type { Tools } from '../tools.ts';

/** Known to need no listener. */
const SILENT = new Set(['app_context_changed']);

const KINDS = ['event', 'action', 'command', 'view', 'options', 'shortcut'] as const;
type Kind = (typeof KINDS)[number];
type Listener = { kind: Kind; name: unknown };

type Body = {
  type?: string;
  event?: { type?: string };
  command?: string;
  callback_id?: string;
  action_id?: string;
  actions?: { action_id?: string }[];
  view?: { callback_id?: string };
};

/** What came, and by which name a listener would take it; null = nothing that has a name. */
const nameOf = (body: Body): { kind: Kind; name: string } | null => {
  if (body.event) return { kind: 'event', name: body.event.type ?? '' };
  if (body.command) return { kind: 'command', name: body.command };
  switch (body.type) {
    case 'block_actions':
      return { kind: 'action', name: body.actions?.[0]?.action_id ?? '' };
    case 'block_suggestion':
      return { kind: 'options', name: body.action_id ?? '' };
    case 'view_submission':
      return { kind: 'view', name: body.view?.callback_id ?? '' };
    case 'shortcut':
      return { kind: 'shortcut', name: body.callback_id ?? '' };
    default:
      return null;
  }
};

const takes = ({ name }: Listener, came: string): boolean =>
  name instanceof RegExp ? name.test(came) : name === came;

/** Notes every listener that is registered from now on. */
const watchListeners = (app: App): Listener[] => {
  const listeners: Listener[] = [];
  for (const kind of KINDS) {
    const register = (app[kind] as (...given: unknown[]) => void).bind(app);
    const noted = (...given: unknown[]): void => {
      listeners.push({ kind, name: given[0] });
      register(...given);
    };
    Object.assign(app, { [kind]: noted });
  }
  return listeners;
};

/** To be registered first. What nobody listens to is logged, by its name alone, and acknowledged. */
export const registerUnhandled = (app: App, tools: Tools): void => {
  const listeners = watchListeners(app);
  app.use(async (args) => {
    const came = nameOf(args.body as Body);
    const isTaken =
      came === null ||
      SILENT.has(came.name) ||
      listeners.some((each) => each.kind === came.kind && takes(each, came.name));
    if (!isTaken) {
      tools.log.warn(came, 'nobody listens to this');
      // A button of an older version would otherwise show a warning, and a command a time-out.
      if ('ack' in args) await (args.ack as () => Promise<void>)();
    }
    await args.next();
  });
};
