import { html, type TemplateResult } from 'lit-html';
import { drawBlocks } from './blocks/blocks.ts';
import { state } from './store.ts';
import { words } from './words.ts';

/** The Home tab that the app published for this person. */
export const drawHome = (): TemplateResult => {
  const home = state.around?.home;
  if (!home) return html`<section class="home empty"><p>${words().emptyHome}</p></section>`;
  const surface = {
    where: { viewId: home.id },
    key: home.id,
    values: home.state.values,
    errors: {},
  };
  return html`<section class="home"><div class="home-page">${drawBlocks(home.blocks, surface)}</div></section>`;
};
