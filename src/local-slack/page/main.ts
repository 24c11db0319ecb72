import { render } from 'lit-html';
import { drawApp } from './app.ts';
import { connect } from './link.ts';
import { followNewest } from './scroll.ts';
import { onChange, state } from './store.ts';
import { locale } from './words.ts';

/** A dialog can be opened only once it is in the document. */
const openDialogs = (): void => {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog:not([open])')) {
    dialog.showModal();
  }
};

onChange(() => {
  document.documentElement.lang = locale();
  document.title = state.around
    ? `${state.around.app.name} – ${state.around.app.teamName}`
    : 'Local Slack';
  followNewest(() => render(drawApp(), document.body));
  openDialogs();
});
connect();
