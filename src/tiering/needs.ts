/** Decides how much advice a client needs, and which products of those expected at the tier are missing. */
import type { NeedTier, ProductLine, Tier } from '../domain/client.ts';
import type { ClientFacts } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

export type Needs = { needTier: NeedTier; productGap: readonly ProductLine[]; reasons: Reason[] };

const heldOf = (facts: ClientFacts, lines: readonly ProductLine[]): ProductLine[] =>
  lines.filter((line) => facts.productLines.includes(line));

// holds a professional line, or in a professional tier | holds an advanced line | → need tier
//                        yes                           |           -            | professional
//                        no                            |          yes           | advanced
//                        no                            |          no            | basic
const needOf = (facts: ClientFacts, policy: Policy, tier: Tier): [NeedTier, ProductLine[]] => {
  const { professionalLines, professionalTiers, advancedLines } = policy.needs;
  const professional = heldOf(facts, professionalLines);
  if (professional.length > 0 || professionalTiers.includes(tier))
    return ['professional', professional];
  const advanced = heldOf(facts, advancedLines);
  return advanced.length > 0 ? ['advanced', advanced] : ['basic', []];
};

/** Both by the tier in force; a tier of which the policy expects nothing has no gap. */
export const needsOf = (facts: ClientFacts, policy: Policy, tier: Tier): Needs => {
  const [needTier, because] = needOf(facts, policy, tier);
  const expected = policy.expectedLines.get(tier) ?? [];
  const productGap = expected.filter((line) => !facts.productLines.includes(line));
  const need: Reason = { code: 'need_tier', values: { needTier, tier, lines: because.join(' ') } };
  const gap: Reason = { code: 'product_gap', values: { tier, lines: productGap.join(' ') } };
  return { needTier, productGap, reasons: productGap.length > 0 ? [need, gap] : [need] };
};
