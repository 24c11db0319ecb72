import { stateOf } from './element-state.ts';
import { newId } from './ids.ts';
import { asBlocks, asText, type Json } from './json.ts';
import type { SlackApp, View } from './types.ts';
import { withIds } from './with-ids.ts';

export const modalStackMax = 3;

/** A stored view from what the app sent; `earlier` is the view it replaces. */
export const makeView = (app: SlackApp, sent: Json, earlier?: View): View => {
  const blocks = withIds(asBlocks(sent.blocks));
  const id = earlier?.id ?? newId('V');
  return {
    id,
    team_id: app.teamId,
    app_id: app.appId,
    app_installed_team_id: app.teamId,
    bot_id: app.botId,
    type: sent.type === 'home' ? 'home' : 'modal',
    title: sent.title ?? null,
    submit: sent.submit ?? null,
    close: sent.close ?? null,
    blocks,
    callback_id: asText(sent.callback_id),
    private_metadata: asText(sent.private_metadata),
    external_id: asText(sent.external_id),
    state: { values: stateOf(blocks, earlier?.state.values) },
    hash: `${Math.floor(Date.now() / 1000)}.${newId('', 8)}`,
    root_view_id: earlier?.root_view_id ?? id,
    previous_view_id: earlier?.previous_view_id ?? null,
    clear_on_close: sent.clear_on_close === true,
    notify_on_close: sent.notify_on_close === true,
  };
};

/** The open modals of every person; the last of a stack is on top. */
export type Modals = {
  stack(userId: string): View[];
  open(userId: string, view: View): View;
  push(userId: string, view: View): View;
  replace(view: View): void;
  /** Takes the view and everything above it away. */
  remove(userId: string, viewId: string): void;
  clear(userId: string): void;
  find(matches: (view: View) => boolean): { userId: string; view: View } | null;
};

export const createModals = (changed: (userId: string) => void): Modals => {
  const stacks = new Map<string, View[]>();
  const set = (userId: string, views: View[]) => {
    stacks.set(userId, views);
    changed(userId);
  };
  const stack = (userId: string) => stacks.get(userId) ?? [];
  return {
    stack,
    open(userId, view) {
      set(userId, [view]);
      return view;
    },
    push(userId, view) {
      const below = stack(userId);
      const placed = {
        ...view,
        root_view_id: below[0]?.id ?? view.id,
        previous_view_id: below.at(-1)?.id ?? null,
      };
      set(userId, [...below, placed]);
      return placed;
    },
    replace(view) {
      for (const [userId, views] of stacks) {
        if (!views.some(({ id }) => id === view.id)) continue;
        set(
          userId,
          views.map((one) => (one.id === view.id ? view : one)),
        );
      }
    },
    remove(userId, viewId) {
      const views = stack(userId);
      const index = views.findIndex(({ id }) => id === viewId);
      if (index !== -1) set(userId, views.slice(0, index));
    },
    clear: (userId) => set(userId, []),
    find(matches) {
      for (const [userId, views] of stacks) {
        const view = views.find(matches);
        if (view) return { userId, view };
      }
      return null;
    },
  };
};
