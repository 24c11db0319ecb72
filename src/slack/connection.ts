/** The ways in which Slack is reached: by one workspace's tokens, or by what several handed over at OAuth. */
import type { StoreSettings } from './installation-store.ts';

export type OneWorkspace =
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string; port: number };

/** `redirectUri` null = the one that is set up in Slack. */
export type SeveralWorkspaces = StoreSettings & {
  mode: 'oauth';
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  signingSecret: string;
  port: number;
  redirectUri: string | null;
};

/** Other addresses than Slack's: of the Web API (ending in a slash; Socket Mode too) and of its consent page. */
export type Elsewhere = { slackApiUrl?: string; authorizationUrl?: string };

export type SlackConnection = (OneWorkspace | SeveralWorkspaces) & Elsewhere;
