import type { ModalView } from '@slack/types';
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
