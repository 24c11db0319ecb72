/** What a streamed message looks like so far: its parts as blocks, its words as text. */
import { asBlocks, asText, type Block, type Json } from './json.ts';
import type { StreamPart, StreamState } from './types.ts';

const richTextOf = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

const taskCard = (chunk: Json): Json & { task_id: string } => ({
  type: 'task_card',
  task_id: asText(chunk.id),
  title: asText(chunk.title),
  status: asText(chunk.status),
  ...(chunk.details ? { details: richTextOf(asText(chunk.details)) } : {}),
  ...(chunk.output ? { output: richTextOf(asText(chunk.output)) } : {}),
  ...(chunk.sources ? { sources: chunk.sources } : {}),
});

const withTask = (parts: StreamPart[], task: Json & { task_id: string }): StreamPart[] => {
  const known = parts.some((part) => part.kind === 'task' && part.task.task_id === task.task_id);
  if (!known) return [...parts, { kind: 'task', task }];
  return parts.map((part) =>
    part.kind === 'task' && part.task.task_id === task.task_id
      ? { kind: 'task', task: { ...part.task, ...task } }
      : part,
  );
};

const withMarkdown = (parts: StreamPart[], text: string): StreamPart[] => {
  const last = parts.at(-1);
  return last?.kind === 'markdown'
    ? [...parts.slice(0, -1), { kind: 'markdown', text: last.text + text }]
    : [...parts, { kind: 'markdown', text }];
};

/** The stream after one more chunk; a task_update with a known id changes that task. */
export const appendChunk = (stream: StreamState, chunk: Json): StreamState => {
  const { parts } = stream;
  if (chunk.type === 'plan_update') return { ...stream, planTitle: asText(chunk.title) };
  if (chunk.type === 'task_update') return { ...stream, parts: withTask(parts, taskCard(chunk)) };
  if (chunk.type === 'blocks') {
    return { ...stream, parts: [...parts, { kind: 'blocks', blocks: asBlocks(chunk.blocks) }] };
  }
  return { ...stream, parts: withMarkdown(parts, asText(chunk.text)) };
};

const blocksOf = (part: StreamPart): Block[] => {
  if (part.kind === 'blocks') return part.blocks;
  if (part.kind === 'task') return [part.task as unknown as Block];
  return [{ type: 'markdown', text: part.text }];
};

export const blocksOfStream = (stream: StreamState): Block[] => {
  const tasks = stream.parts.flatMap((part) => (part.kind === 'task' ? [part.task] : []));
  const planned = stream.display === 'plan' || stream.planTitle !== null;
  if (!planned || tasks.length === 0) return stream.parts.flatMap(blocksOf);
  const plan: Block = { type: 'plan', title: stream.planTitle ?? tasks[0]?.title ?? '', tasks };
  return [plan, ...stream.parts.filter((part) => part.kind !== 'task').flatMap(blocksOf)];
};

export const textOfStream = (stream: StreamState): string =>
  stream.parts.flatMap((part) => (part.kind === 'markdown' ? [part.text] : [])).join('\n');
