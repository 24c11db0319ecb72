import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import type { View } from '../types.ts';
import { draftsOf, tellOutcome, tryCall } from './act.ts';
import { drawBlocks } from './blocks/blocks.ts';
import { record, textOf } from './model.ts';
import { changed, state } from './store.ts';
import { words } from './words.ts';

const submit = async (view: View): Promise<void> => {
  state.busy.add(view.id);
  state.errors.delete(view.id);
  changed();
  const outcome = await tryCall('submitView', view.id, draftsOf(view.id));
  state.busy.delete(view.id);
  const { status, errors } = record(outcome);
  if (status === 'errors') state.errors.set(view.id, errors as Record<string, string>);
  else if (outcome && tellOutcome(outcome)) state.drafts.delete(view.id);
  changed();
  if (status !== 'errors') return;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  document.querySelector<HTMLElement>('.modal .has-error')?.scrollIntoView({ block: 'center' });
};

const close = async (view: View, all: boolean): Promise<void> => {
  state.drafts.delete(view.id);
  tellOutcome(await tryCall('closeView', view.id, all));
};

const drawHead = (view: View, depth: number): TemplateResult => html`<div class="modal-head">
  ${
    depth > 1
      ? html`<button class="icon" aria-label=${words().back} type="button"
          @click=${() => close(view, false)}>‹</button>`
      : nothing
  }
  <h2>${textOf(record(view.title).text)}</h2>
  <button class="icon" aria-label=${words().close} type="button"
    @click=${() => close(view, true)}>✕</button>
</div>`;

const drawFoot = (view: View): TemplateResult => html`<div class="modal-foot">
  <button class="button" type="button" @click=${() => close(view, false)}>
    ${textOf(record(view.close).text) || words().cancel}</button>
  ${
    view.submit
      ? html`<button class="button filled" type="submit" ?disabled=${state.busy.has(view.id)}>
          ${textOf(record(view.submit).text)}</button>`
      : nothing
  }
</div>`;

/** The top one of the open modals. */
export const drawModal = (): TemplateResult | typeof nothing => {
  const views = state.around?.views ?? [];
  const view = views.at(-1);
  if (!view) return nothing;
  const surface = {
    where: { viewId: view.id },
    key: view.id,
    values: view.state.values,
    errors: state.errors.get(view.id) ?? {},
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void submit(view);
  };
  const onCancel = (event: Event) => {
    event.preventDefault();
    void close(view, false);
  };
  const dialog = html`<dialog class="modal" @cancel=${onCancel}
    aria-label=${textOf(record(view.title).text)}>
    <form novalidate @submit=${onSubmit}>
      ${drawHead(view, views.length)}
      <div class="modal-body">${drawBlocks(view.blocks, surface)}</div>
      ${drawFoot(view)}
    </form>
  </dialog>`;
  return html`${keyed(view.id, dialog)}`;
};
