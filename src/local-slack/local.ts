import type { Deliverer } from './delivery/deliver.ts';
import type { FaultPlan } from './faults.ts';
import type { Json } from './json.ts';
import type { Limiter } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { ApiCall, StateValues, Timing } from './types.ts';
import type { Modals } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Everything that the parts of one running workspace share. */
export type Local = {
  workspace: Workspace;
  timing: Timing;
  baseUrl: string;
  issueSocketUrl: () => string;
  /** False while no socket of the app is open; HTTP mode counts as connected. */
  appConnected: () => boolean;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  modals: Modals;
  deliverer: Deliverer;
  faults: FaultPlan;
  limiter: Limiter;
  calls: ApiCall[];
  /** Codes of installations that were not exchanged yet, with the scopes that were asked for. */
  oauthCodes: Map<string, string>;
  /** state.values of messages, by person and message. */
  messageStates: Map<string, StateValues>;
  /** Options that the app last suggested, by person and action_id. */
  suggested: Map<string, Json[]>;
};
