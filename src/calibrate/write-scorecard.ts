/** Decides how a scorecard file looks: one row a cell, so that a person can read and compare it. */
import { Document, isMap, isSeq, type Node, visit } from 'yaml';
import type { Scorecard } from '../tiering/scorecard/scorecard.ts';

const HEAD = ` A churn scorecard: add up one number a line; integers only, nothing is learned at run time.
 Edges are half-open (from the edge to below the next); money in whole units, shares in percent.
 A line "within" another measure has one row a band of it; where days may not be recorded, a last row for that.
 What cannot be assessed adds 0: the average client. 70 points are even odds, every 10 more double them.`;

const isLeaf = (node: unknown): boolean => !isMap(node) && !isSeq(node);

/** A cell, a band and a list of numbers stand on one line. */
const onOneLine = (node: Node): boolean => {
  if (isSeq(node)) return node.items.every(isLeaf);
  if (!isMap(node)) return false;
  return node.items.every(
    ({ value }) => isLeaf(value) || (isSeq(value) && value.items.every(isLeaf)),
  );
};

/** Puts the innermost collections of a card on one line each. */
export const flowInnermost = (node: Node | Document): void => {
  visit(node, {
    Collection: (key, collection) => {
      const inProvenance = isMap(collection) && collection.has('data_sha256');
      const isLine = isMap(collection) && collection.has('code');
      if (key !== null && !inProvenance && !isLine && onOneLine(collection)) collection.flow = true;
    },
  });
};

/** The card as YAML; `parseScorecard` reads back the same. */
export const writeScorecard = (card: Scorecard): string => {
  const document = new Document(card);
  document.commentBefore = HEAD;
  flowInnermost(document);
  return document.toString({ lineWidth: 0 });
};
