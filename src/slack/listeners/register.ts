/** Everything that the app listens to. */
import type { App } from '@slack/bolt';
import type { Tools } from '../tools.ts';
import { registerAnswerActions } from './answer-actions.ts';
import { registerAskAgain } from './ask-again.ts';
import { registerAskingCommands } from './asking-commands.ts';
import { registerChanges } from './changes.ts';
import { registerClients } from './clients.ts';
import { registerDecisions } from './decisions.ts';
import { registerExport } from './export.ts';
import { registerFormChoices } from './form-choices.ts';
import { registerForms } from './forms.ts';
import { registerHome } from './home.ts';
import { registerInstallations } from './installations.ts';
import { registerPresence } from './presence.ts';
import { registerQuestions } from './questions.ts';
import { registerRefine } from './refine.ts';

const LISTENERS = [
  registerQuestions,
  registerPresence,
  registerAskingCommands,
  registerAskAgain,
  registerChanges,
  registerFormChoices,
  registerForms,
  registerDecisions,
  registerAnswerActions,
  registerExport,
  registerRefine,
  registerClients,
  registerHome,
  registerInstallations,
];

export const registerListeners = (app: App, tools: Tools): void => {
  for (const register of LISTENERS) register(app, tools);
};
