/** The buttons that hand an answer out as a file, in the asker's own direct messages and nowhere else. */
import type { App, BlockAction } from '@slack/bolt';
import type { Answer } from '../../assistant/answer.ts';
import { findAskedPlan } from '../../assistant/asked-plan.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { slackFileText } from '../../text/slack-file.ts';
import { askChoice } from '../answer-in.ts';
import { onPress, type Press } from '../asking.ts';
import { ownPlaceOf } from '../own-place.ts';
import { csvOf, sheetOf } from '../spreadsheet.ts';
import type { Tools } from '../tools.ts';
import { EXPORT_CSV, EXPORT_XLSX } from '../views/answer-actions.ts';
import { workbookOf } from '../workbook.ts';

type FileKind = { extension: string; write: (answer: Answer) => Promise<Buffer> };

const KINDS: Record<string, FileKind> = {
  [EXPORT_CSV]: { extension: 'csv', write: async (answer) => Buffer.from(csvOf(sheetOf(answer))) },
  [EXPORT_XLSX]: { extension: 'xlsx', write: workbookOf },
};

const FILE_NAME_BAD = /[^\p{L}\p{N}._-]+/gu;

/** What is said beside the file; that some of what matches is not in it, too. */
const commentOf = (answer: Answer): string => {
  const words = slackFileText[answer.language];
  const { rows, groups, total, businessDate } = answer;
  const date = businessDate ?? '';
  if (groups.length > 0) return words.exported(groups.length, date);
  const isPart = total !== null && rows.length < total;
  return isPart ? words.exportedSome(rows.length, total, date) : words.exported(rows.length, date);
};

/** Makes the answer anew: what is taken along leaves a receipt like what is shown. */
const handOut = async (tools: Tools, kind: FileKind, press: Press): Promise<void> => {
  const { manager, value: receiptId, tell, body } = press;
  const { actor } = manager;
  const words = slackAnswerText[manager.language];
  const place = await ownPlaceOf(tools, body, manager);
  if (!place) return tell(words.exportOnlyInDm);
  const asked = await findAskedPlan(tools, { actor, receiptId });
  if (!asked) return tell(words.notYours);
  const answer = await askChoice(tools, manager, asked);
  if (answer.rows.length + answer.groups.length === 0) return tell(words.exportNothing);
  const name = `${slackAnswerText[answer.language].fileName}-${answer.businessDate ?? ''}`;
  const filename = `${name}.${kind.extension}`.replace(FILE_NAME_BAD, '-');
  await tools.web.files.uploadV2({
    channel_id: place.channel,
    thread_ts: place.threadTs ?? body.message?.ts ?? '',
    initial_comment: commentOf(answer),
    filename,
    title: filename,
    file: await kind.write(answer),
  });
};

export const registerExport = (app: App, tools: Tools): void => {
  for (const [actionId, kind] of Object.entries(KINDS))
    app.action<BlockAction>(actionId, (args) =>
      onPress(tools, args, (press) => handOut(tools, kind, press)),
    );
};
