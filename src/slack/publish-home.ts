import { showDigest } from '../alerts/show-digest.ts';
import { lookAgain } from '../assistant/asked-plan.ts';
import { loadHome } from '../coverage/load-home.ts';
import { loadPreferences } from '../identity/preferences.ts';
import { EMPTY_PLAN } from '../query/understand/plans.ts';
import { languageOf, managerOr, personOf } from './people.ts';
import { coverageContext, type Manager, type Tools } from './tools.ts';
import { type HomeFacts, homeView, sentenceHome } from './views/home.ts';

const loadFacts = async (tools: Tools, { actor, language }: Manager): Promise<HomeFacts> => {
  const plan = { ...EMPTY_PLAN, kind: 'groups' as const, groupBy: ['tier' as const] };
  const [home, mix, digest, chosen] = await Promise.all([
    loadHome(coverageContext(tools, actor)),
    lookAgain(tools, { actor, plan, language }),
    showDigest(tools.database, actor, null),
    loadPreferences(tools, actor),
  ]);
  return {
    home,
    mix: mix.ok ? mix.value.groups : [],
    digest: digest.ok ? digest.value : null,
    settings: {
      language: chosen.locale,
      digestAt: chosen.digestAt ?? tools.digestAt,
      digestOff: chosen.digestOff,
    },
  };
};

/** Draws the Home tab anew, as this person may see it. */
export const publishHome = async (tools: Tools, userId: string): Promise<void> => {
  const person = await personOf(tools, userId, undefined);
  const { manager, refusal } = managerOr(person, tools);
  const view = manager
    ? homeView(await loadFacts(tools, manager), languageOf(person))
    : sentenceHome(refusal);
  await tools.web.views.publish({ user_id: userId, view });
};
