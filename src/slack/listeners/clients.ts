/** One client on a card: by the command, by its name below an answer, and what can be changed from there. */
import type { App, BlockAction } from '@slack/bolt';
import type { Answer, Row } from '../../assistant/answer.ts';
import { findAskedPlan, lookAgain } from '../../assistant/asked-plan.ts';
import { loadBrief } from '../../assistant/brief/load-brief.ts';
import { previewClient } from '../../coverage/preview-client.ts';
import { searchClients } from '../../coverage/search-clients.ts';
import { ProblemError } from '../../domain/result.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { slackCardText } from '../../text/slack-card.ts';
import { onPress, type Press } from '../asking.ts';
import { beginChange } from '../change-form.ts';
import { slashOf } from '../commands.ts';
import { openForm } from '../open-form.ts';
import { ownPlaceOf } from '../own-place.ts';
import { isHelp, wordsOfClient } from '../parse-command.ts';
import { directMessageOf, managerOr, personOf } from '../people.ts';
import { type Place, postFirst } from '../say.ts';
import { teamOf } from '../team-of.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { answerView } from '../views/answer.ts';
import { OPEN_CLIENT, receiptOfBlock } from '../views/answer-actions.ts';
import { optionsOf } from '../views/change-modals.ts';
import { CARD_OVERRIDE, CARD_REASSIGN, cardView } from '../views/client-card.ts';
import { answerCommand, type CommandArgs } from './command.ts';
import { unescapeMarkup } from './questions.ts';

/** Posts the card of the client that the words mean, or the choice between several, or that there is none. */
const showClient = async (
  tools: Tools,
  manager: Manager,
  words: string,
  place: Place,
): Promise<boolean> => {
  const { actor, language: locale } = manager;
  const outcome = await loadBrief(tools, { actor, words, locale });
  if (!outcome.ok) throw new ProblemError(outcome.problem);
  const { brief, answer } = outcome.value;
  if (answer) {
    if (answer.status === 'refused') return false;
    await postFirst(tools, place, [answerView(answer, { masked: false, tables: false })]);
    return true;
  }
  const { clientId } = brief;
  const preview = await previewClient({ ctx: coverageContext(tools, actor), clientId });
  const manner = { mayChange: preview !== null };
  await postFirst(tools, place, [
    cardView(brief, { ...manner, tables: true }),
    cardView(brief, { ...manner, tables: false }),
  ]);
  return true;
};

const onClient = (tools: Tools, args: CommandArgs): Promise<void> =>
  answerCommand(tools, args, async ({ manager, text, tell }) => {
    const words = slackCardText[manager.language];
    const name = wordsOfClient(unescapeMarkup(text));
    if (isHelp(text) || name === '') return tell(words.helpClient);
    const channel = await directMessageOf(tools, manager);
    const isShown = await showClient(tools, manager, name, { channel });
    if (!isShown) await tell(words.noSuchClient(name));
    else if (args.command.channel_id !== channel) await tell(words.sentToDm);
  });

const open = async (tools: Tools, press: Press): Promise<void> => {
  const { manager, value, body, tell } = press;
  const place = await ownPlaceOf(tools, body, manager);
  const words = slackCardText[manager.language];
  const channel = place ?? { channel: await directMessageOf(tools, manager) };
  if (!(await showClient(tools, manager, value, channel))) await tell(words.noSuchClient(value));
};

const rowsOf = async (
  tools: Tools,
  { actor }: Manager,
  receiptId: string | null,
): Promise<Answer['rows']> => {
  const asked = receiptId === null ? null : await findAskedPlan(tools, { actor, receiptId });
  const answer = asked && (await lookAgain(tools, { actor, ...asked }));
  return answer?.ok ? [...answer.value.rows, ...answer.value.coverRows] : [];
};

const OFFERED_MAX = 50;

/** The rows of the answer that hold the letters; when none does, whoever else may be looked at. */
const offer = async (tools: Tools, manager: Manager, blockId: string, typed: string) => {
  const letters = typed.normalize('NFKC').trim().toLowerCase();
  const fits = ({ clientId, name }: Row): boolean =>
    `${name}`.toLowerCase().includes(letters) || clientId.toLowerCase().startsWith(letters);
  const rows = (await rowsOf(tools, manager, receiptOfBlock(blockId))).filter(fits);
  const found =
    rows.length > 0
      ? rows.map(({ clientId, name }) => ({ clientId, name: String(name ?? clientId) }))
      : await searchClients({ ctx: coverageContext(tools, manager.actor), words: typed });
  return optionsOf(
    found
      .slice(0, OFFERED_MAX)
      .map(({ clientId, name }) => ({ id: clientId, name, hint: clientId })),
  );
};

/** The form of a change about the card's client; who may not change it is told so. */
const change =
  (kind: 'override' | 'reassign') =>
  async (tools: Tools, { manager, value, body, tell }: Press): Promise<void> => {
    const client = await previewClient({
      ctx: coverageContext(tools, manager.actor),
      clientId: value,
    });
    if (!client) return tell(slackCardText[manager.language].mayNotChange);
    const view = await beginChange(tools, manager, kind, { client, remark: null });
    await openForm(tools, body.trigger_id, view, () =>
      tell(slackAnswerText[manager.language].tooSlow),
    );
  };

export const registerClients = (app: App, tools: Tools): void => {
  app.command(slashOf('client', tools.commandPrefix), (args) => onClient(tools, args));
  app.options(OPEN_CLIENT, async ({ ack, body, payload }) => {
    const { manager } = managerOr(await personOf(tools, body.user.id, teamOf(body)), tools);
    const options = manager ? await offer(tools, manager, payload.block_id, payload.value) : [];
    await ack({ options });
  });
  const works = {
    [OPEN_CLIENT]: open,
    [CARD_OVERRIDE]: change('override'),
    [CARD_REASSIGN]: change('reassign'),
  };
  for (const [actionId, work] of Object.entries(works))
    app.action<BlockAction>(actionId, (args) =>
      onPress(tools, args, (press) => work(tools, press)),
    );
};
