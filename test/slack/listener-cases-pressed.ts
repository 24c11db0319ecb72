/** For each button, choice and form something that it does for a manager. */
import {
  answered,
  button,
  type Case,
  called,
  decided,
  draftFor,
  isUsed,
  onReceipt,
  onRequest,
  opened,
  preferred,
  press,
  pressed,
  pressIn,
  REASON,
  receiptFor,
  replied,
  submit,
  suggest,
} from './listener-payloads.ts';

/** By kind and name, as they are registered. */
export const PRESSED: Record<string, Case> = {
  'action /^ask_again_\\d$/': {
    as: 'M2',
    send: pressed('ask_again_1', { value: 'quality clients' }),
    isDone: called('chat.startStream'),
  },
  'action refine': { as: 'M2', send: onReceipt('refine', 'M2'), isDone: called('views.open') },
  'action explain': { as: 'M2', send: onReceipt('explain', 'M2'), isDone: called('views.open') },
  'action export_csv': {
    as: 'M2',
    send: onReceipt('export_csv', 'M2'),
    isDone: called('files.completeUploadExternal'),
  },
  'action export_xlsx': {
    as: 'M2',
    send: onReceipt('export_xlsx', 'M2'),
    isDone: called('files.completeUploadExternal'),
  },
  'action feedback': {
    as: 'M2',
    send: async (office, sender) =>
      press(office, sender, button('feedback', `unknown:${await receiptFor(office, 'M2')}`)),
    isDone: answered('somebody else'),
  },
  'action add_condition': {
    as: 'M1',
    send: async (office, sender) => {
      const view = {
        callback_id: 'refine_answer',
        private_metadata: await draftFor(office, 'M1', 'refine'),
      };
      const selected_option = { value: 'watch' };
      const action = { type: 'static_select', action_id: 'add_condition', selected_option };
      return pressIn(office, sender, view, action);
    },
    isDone: called('views.update'),
  },
  'action client': {
    as: 'M1',
    send: async (office, sender) => {
      const chosen = { type: 'external_select', selected_option: { value: 'C-mass' } };
      const view = {
        ...{ callback_id: 'override_tier', state: { values: { client: { client: chosen } } } },
        private_metadata: await draftFor(office, 'M1', 'override'),
      };
      return pressIn(office, sender, view, { ...chosen, action_id: 'client' });
    },
    isDone: called('views.update'),
  },
  'action open_client': {
    as: 'M2',
    send: pressed('open_client', {
      type: 'external_select',
      selected_option: { value: 'C-other' },
      value: undefined,
    }),
    isDone: called('chat.postMessage'),
  },
  'action card_override': {
    as: 'M1',
    send: pressed('card_override', { value: 'C-mass' }),
    isDone: opened('王芳'),
  },
  'action card_reassign': {
    as: 'M1',
    send: pressed('card_reassign', { value: 'C-mass' }),
    isDone: opened('王芳'),
  },
  'action approve_request': {
    as: 'H1',
    send: onRequest('approve_request'),
    isDone: decided('applied'),
  },
  'action reject_request': {
    as: 'H1',
    send: onRequest('reject_request'),
    isDone: decided('rejected'),
  },
  'action cancel_request': {
    as: 'M1',
    send: onRequest('cancel_request'),
    isDone: decided('cancelled'),
  },
  'action home_find': { as: 'M2', send: pressed('home_find'), isDone: called('views.open') },
  'action home_override': {
    as: 'M2',
    send: pressed('home_override'),
    isDone: called('views.open'),
  },
  'action home_reassign': {
    as: 'M2',
    send: pressed('home_reassign'),
    isDone: called('views.open'),
  },
  'action home_digest': {
    as: 'M2',
    send: pressed('home_digest'),
    isDone: called('chat.postMessage'),
  },
  'action choose_language': {
    as: 'M2',
    send: pressed('choose_language', {
      type: 'static_select',
      selected_option: { value: 'zh-CN' },
    }),
    isDone: preferred(({ locale }) => locale === 'zh-CN'),
  },
  'action choose_digest_time': {
    as: 'M2',
    send: pressed('choose_digest_time', { type: 'timepicker', selected_time: '09:15' }),
    isDone: preferred(({ digestAt }) => digestAt === '09:15'),
  },
  'action digest_off': {
    as: 'M2',
    send: pressed('digest_off'),
    isDone: preferred(({ digestOff }) => digestOff),
  },
  'options client': { as: 'M1', send: suggest('client', '王'), isDone: replied('王芳') },
  'options manager': { as: 'M1', send: suggest('manager', 'Dan'), isDone: replied('Daniel') },
  'options open_client': {
    as: 'M2',
    send: suggest('open_client', '王'),
    isDone: replied('王芳菲'),
  },
  'view override_tier': {
    as: 'M1',
    send: submit('override_tier', 'override', {
      ...REASON,
      tier: { tier: { selected_option: { value: 'quality' } } },
      date: { date: { selected_date: '2027-01-31' } },
      reason_code: { reason_code: { selected_option: { value: 'data_error' } } },
    }),
    isDone: isUsed,
  },
  'view reassign_client': {
    as: 'M1',
    send: submit('reassign_client', 'reassign', {
      ...REASON,
      manager: { manager: { selected_option: { value: 'M2' } } },
      date: { date: { selected_date: '2026-11-20' } },
    }),
    isDone: isUsed,
  },
  'view refine_answer': {
    as: 'M1',
    send: submit('refine_answer', 'refine', {}),
    isDone: called('chat.postMessage'),
  },
};
