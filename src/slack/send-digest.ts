import { showDigest } from '../alerts/show-digest.ts';
import type { Result } from '../domain/result.ts';
import { directMessageOf } from './people.ts';
import { post } from './say.ts';
import type { Manager, Tools } from './tools.ts';
import { digestView } from './views/digest.ts';

/** Posts the manager's newest digest into the direct messages and returns their channel; the Problem is that there is none. */
export const sendDigest = async (tools: Tools, manager: Manager): Promise<Result<string>> => {
  const digest = await showDigest(tools.database, manager.actor, null);
  if (!digest.ok) return digest;
  const channel = await directMessageOf(tools, manager);
  await post(tools, { channel }, digestView(digest.value, manager.language));
  return { ok: true, value: channel };
};
