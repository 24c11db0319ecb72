import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { errorFields } from '../ops/error-fields.ts';
import type { Tools } from './tools.ts';

/** Opens a form; when Slack no longer takes the trigger, which lives three seconds, `tooLate` says so. */
export const openForm = async (
  tools: Tools,
  triggerId: string,
  view: ModalView,
  tooLate: () => Promise<void>,
): Promise<void> => {
  try {
    await tools.web.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    tools.log.warn(errorFields(error), 'no form could be opened');
    await tooLate();
  }
};

/** The form was closed, or something newer stands in it: nobody misses what would have been shown. */
const OVERTAKEN = new Set(['not_found', 'hash_conflict']);

/** Shows an open form anew. */
export const updateForm = async (
  tools: Tools,
  { id, hash }: { id: string; hash: string },
  view: ModalView,
): Promise<void> => {
  try {
    await tools.web.views.update({ view_id: id, hash, view });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !OVERTAKEN.has(error.data.error)) throw error;
    tools.log.debug(errorFields(error), 'a form was closed or changed meanwhile');
  }
};
