/** Decides how a policy looks that has a calibrated scorecard: the base policy as it is written, with the card in it. */
import { isMap, parseDocument, type YAMLMap } from 'yaml';
import type { ClientKind } from '../domain/client.ts';
import type { Scorecard } from '../tiering/scorecard/scorecard.ts';
import { flowInnermost } from './write-scorecard.ts';

export type PolicyWithCard = {
  /** The YAML of a policy without mistakes; its comments stay. */
  base: string;
  card: Scorecard;
  /** What the new policy is called, and the data that the card was calibrated on. */
  version: string;
  data: string;
  author: string;
  appliesTo: readonly ClientKind[];
};

const HEAD = ` A tier policy whose churn score is a calibrated scorecard; the expert card stands beside it as a second opinion.
 It is the shipped policy but for what is named under "churn" below: decided_by and scorecard.`;

const DECIDES = ' the scorecard gives score and band; "expert" lets R01 to R12 decide';
const CARD = ` Made by "calibrate churn" from what happened, and put here by "calibrate policy": points of each line are added to
 the base. Edges are half-open; money in whole units, shares in percent. What cannot be assessed adds 0 points.`;

/** Bands end where the next one begins, so that a hole is found when somebody edits them. */
const bandsOf = ({ bands }: Scorecard) =>
  bands.map(({ band, floor, ...rest }, i) => {
    const below = bands[i + 1]?.floor;
    return { band, floor, ...(below === undefined ? {} : { below }), ...rest };
  });

/** The policy's YAML; `parsePolicyText` reads it. */
export const writePolicyWithCard = (input: PolicyWithCard): string => {
  const { card, version, data, author, appliesTo } = input;
  const document = parseDocument(input.base);
  document.commentBefore = HEAD;
  document.set('version', version);
  document.set('author', author);
  const { version: cardVersion, currency, predicts, base, scale, lines, provenance } = card;
  const churn = document.get('churn');
  if (!isMap(churn)) throw new Error('a policy without churn');
  const decides = document.createPair('decided_by', 'scorecard');
  const scorecard = document.createNode({
    version: cardVersion,
    currency,
    applies_to: appliesTo,
    predicts,
    base,
    scale,
    lines,
    bands: bandsOf(card),
    provenance: { data, ...provenance },
  }) as YAMLMap;
  scorecard.commentBefore = CARD;
  flowInnermost(scorecard);
  (decides.value as { comment?: string }).comment = DECIDES;
  churn.add(decides);
  churn.add(document.createPair('scorecard', scorecard));
  return document.toString({ lineWidth: 0 });
};
