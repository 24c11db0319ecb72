import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { type Json, record, textOf } from '../model.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';

/** The page asks no other site for anything: a picture from elsewhere is a link. */
const isOwn = (url: string): boolean =>
  url.startsWith('data:image/') || url.startsWith(`${location.origin}/`);

export const drawPicture = (image: Json, size: string): TemplateResult => {
  const url = textOf(image.image_url) || textOf(record(image.slack_file).url);
  const alt = textOf(image.alt_text);
  if (isOwn(url)) return html`<img class=${size} src=${url} alt=${alt} />`;
  return html`<a class="elsewhere" href=${url} target="_blank" rel="noreferrer noopener"
    >${words().openElsewhere} ${alt}</a>`;
};

export const drawImage = (block: Block): TemplateResult => html`<figure>
  ${block.title ? html`<figcaption>${plainOf(block.title)}</figcaption>` : nothing}
  ${drawPicture(block, 'large')}
</figure>`;
