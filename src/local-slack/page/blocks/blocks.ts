import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Block } from '../../json.ts';
import type { Surface } from '../model.ts';
import { drawMarkdown } from '../text/markdown.ts';
import { drawRichText } from '../text/rich-text.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';
import { drawActions, drawContextActions } from './actions.ts';
import { drawCard, drawCarousel } from './cards.ts';
import { drawChart } from './charts.ts';
import { drawContainer } from './container.ts';
import { drawInput } from './input.ts';
import { drawImage } from './media.ts';
import { drawContext, drawSection } from './section.ts';
import { drawDataTable, drawPlainTable } from './tables.ts';
import { drawPlan, drawTask } from './tasks.ts';

type Draw = (block: Block, surface: Surface) => TemplateResult;

const table: Record<string, Draw> = {
  actions: drawActions,
  alert: (block) =>
    html`<div class="alert ${block.level ?? 'default'}">${plainOf(block.text)}</div>`,
  card: drawCard,
  carousel: drawCarousel,
  container: drawContainer,
  context: drawContext,
  context_actions: drawContextActions,
  data_table: drawDataTable,
  data_visualization: drawChart,
  divider: () => html`<hr />`,
  header: (block) => html`<h3 class="header">${plainOf(block.text)}</h3>`,
  image: drawImage,
  input: drawInput,
  markdown: (block) => drawMarkdown(String(block.text)),
  plan: drawPlan,
  rich_text: drawRichText,
  section: drawSection,
  table: drawPlainTable,
  task_card: drawTask,
};

const drawBlock: Draw = (block, surface) => {
  const draw = Object.hasOwn(table, block.type) ? table[block.type] : undefined;
  return draw
    ? html`<div class="block block-${block.type}">${draw(block, surface)}</div>`
    : html`<div class="block cannot-draw" role="note">${words().cannotDraw(block.type)}</div>`;
};

/** Every block in its order; one that the page does not know says so in its place. */
export const drawBlocks = (blocks: Block[], surface: Surface): TemplateResult =>
  html`${repeat(
    blocks,
    (block, index) => `${index} ${block.block_id ?? ''} ${block.type}`,
    (block) => drawBlock(block, surface),
  )}`;
