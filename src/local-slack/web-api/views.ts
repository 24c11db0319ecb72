import { checkView, wording } from '../check-blocks/check-surface.ts';
import { asText, isRecord, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import type { Trigger } from '../triggers.ts';
import type { View } from '../types.ts';
import { makeView, modalStackMax } from '../views.ts';
import { ApiFailure, jsonArg, type Method, requiredText, textArg } from './call.ts';

const checkedView = (args: Json, type: 'modal' | 'home'): Json => {
  const view = jsonArg(args, 'view');
  const issues = checkView(view, '/view');
  if (issues.some(({ code }) => code === 'view_too_large')) throw new ApiFailure('view_too_large');
  if (issues.length > 0) {
    throw new ApiFailure('invalid_arguments', {
      response_metadata: { messages: issues.map((issue) => `[ERROR] ${wording(issue)}`) },
    });
  }
  if (!isRecord(view) || view.type !== type) throw new ApiFailure('invalid_arguments');
  return view;
};

const redeem = (local: Local, args: Json): Trigger => {
  const trigger = local.triggers.redeem(requiredText(args, 'trigger_id'));
  if ('error' in trigger) throw new ApiFailure(trigger.error);
  return trigger;
};

const uniqueExternalId = (local: Local, view: Json, ownId: string | null): void => {
  const externalId = asText(view.external_id);
  if (externalId === '') return;
  const other = local.modals.find((one) => one.external_id === externalId && one.id !== ownId);
  if (other) throw new ApiFailure('duplicate_external_id');
};

const viewsOpen: Method = ({ local, args }) => {
  const sent = checkedView(args, 'modal');
  uniqueExternalId(local, sent, null);
  const { userId } = redeem(local, args);
  return { ok: true, view: local.modals.open(userId, makeView(local.workspace.app, sent)) };
};

const viewsPush: Method = ({ local, args }) => {
  const sent = checkedView(args, 'modal');
  uniqueExternalId(local, sent, null);
  const { userId } = redeem(local, args);
  const { length } = local.modals.stack(userId);
  if (length === 0) throw new ApiFailure('not_found');
  if (length >= modalStackMax) throw new ApiFailure('push_limit_reached');
  return { ok: true, view: local.modals.push(userId, makeView(local.workspace.app, sent)) };
};

const sameHash = (args: Json, view: View): void => {
  const hash = textArg(args, 'hash');
  if (hash && hash !== view.hash) throw new ApiFailure('hash_conflict');
};

const viewsUpdate: Method = ({ local, args }) => {
  const sent = checkedView(args, 'modal');
  const [viewId, externalId] = [textArg(args, 'view_id'), textArg(args, 'external_id')];
  if (!viewId && !externalId) requiredText(args, 'view_id');
  const found = local.modals.find((view) =>
    viewId ? view.id === viewId : view.external_id === externalId,
  );
  if (!found) throw new ApiFailure('not_found');
  sameHash(args, found.view);
  uniqueExternalId(local, sent, found.view.id);
  const view = makeView(local.workspace.app, sent, found.view);
  local.modals.replace(view);
  return { ok: true, view };
};

const viewsPublish: Method = ({ local, args }) => {
  const { workspace } = local;
  const userId = requiredText(args, 'user_id');
  if (!workspace.people.get(userId)) throw new ApiFailure('user_not_found');
  const sent = checkedView(args, 'home');
  const before = workspace.homes.get(userId);
  if (before) sameHash(args, before);
  const view = makeView(workspace.app, sent, before);
  workspace.homes.put(userId, view);
  return { ok: true, view };
};

export const viewMethods: Record<string, Method> = {
  'views.open': viewsOpen,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
  'views.publish': viewsPublish,
};
