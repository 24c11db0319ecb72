import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { blocksIn, record, records, textOf } from '../model.ts';
import { drawLink } from '../text/references.ts';
import { drawRichText } from '../text/rich-text.ts';
import { words } from '../words.ts';

const signs: Record<string, string> = { pending: '○', in_progress: '', complete: '✓', error: '!' };

export const drawTask = (task: Block): TemplateResult => {
  const status = textOf(task.status);
  const sources = records(task.sources);
  return html`<div class="task ${status}">
    <span class="task-sign" role="img" aria-label=${status}>${signs[status] ?? ''}</span>
    <div>
      <div class="task-title">${textOf(task.title)}</div>
      ${task.details ? html`<div class="muted">${drawRichText(record(task.details))}</div>` : nothing}
      ${task.output ? html`<div class="muted">${drawRichText(record(task.output))}</div>` : nothing}
      ${
        sources.length > 0
          ? html`<div class="muted">${words().sources}: ${sources.map(
              ({ url, text }) => html`${drawLink(textOf(url), textOf(text))} `,
            )}</div>`
          : nothing
      }
    </div>
  </div>`;
};

const isDone = ({ status }: Block): boolean => status === 'complete';

/** Open while something is under way or went wrong; once all is done its title is enough. */
export const drawPlan = (plan: Block): TemplateResult => {
  const tasks = blocksIn(plan.tasks);
  const done = tasks.length > 0 && tasks.every(isDone);
  return html`<details class="plan" ?open=${!done}>
    <summary class="plan-title">${
      done
        ? html`<span class="task complete"><span class="task-sign" aria-hidden="true">✓</span></span>`
        : nothing
    }${textOf(plan.title)}</summary>
    ${tasks.map(drawTask)}
  </details>`;
};
