import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { change, state } from './store.ts';
import { drawMrkdwn } from './text/mrkdwn.ts';

/** The confirmation that a button or select asks for. */
export const drawQuestion = (): TemplateResult | typeof nothing => {
  const { question } = state;
  if (!question) return nothing;
  const close = () => change({ question: null });
  const confirm = () => {
    close();
    question.onConfirm();
  };
  const dialog = html`<dialog class="modal question" @cancel=${close} @close=${close}>
    <div class="modal-head"><h2>${question.title}</h2></div>
    <div class="modal-body">${drawMrkdwn(question.text)}</div>
    <div class="modal-foot">
      <button class="button" @click=${close}>${question.deny}</button>
      <button class="button ${question.danger ? 'danger-filled' : 'filled'}" @click=${confirm}>
        ${question.confirm}</button>
    </div>
  </dialog>`;
  return html`${keyed(question, dialog)}`;
};
