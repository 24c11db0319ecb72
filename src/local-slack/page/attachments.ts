import { html, nothing, type TemplateResult } from 'lit-html';
import { changed } from './store.ts';
import { words } from './words.ts';

type Pending = { name: string; mimetype: string; content: string };

/** Files that go with the next message. */
export let pending: Pending[] = [];

const base64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

export const add = async (input: HTMLInputElement): Promise<void> => {
  for (const file of input.files ?? []) {
    const content = await base64(file);
    pending = [...pending, { name: file.name, mimetype: file.type, content }];
  }
  input.value = '';
  changed();
};

export const take = (): Pending[] => {
  const taken = pending;
  pending = [];
  return taken;
};

const drop = (file: Pending) => () => {
  pending = pending.filter((one) => one !== file);
  changed();
};

export const drawPending = (): TemplateResult | typeof nothing =>
  pending.length === 0
    ? nothing
    : html`<div class="pending">${pending.map(
        (file) => html`<span class="chip">${file.name}<button class="icon" type="button"
          aria-label="${words().remove} ${file.name}" @click=${drop(file)}>✕</button></span>`,
      )}</div>`;
