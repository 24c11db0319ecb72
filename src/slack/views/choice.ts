/** How a choice of an unclear question is put into its button and read back. */
import { z } from 'zod';
import { LOCALES } from '../../domain/actor.ts';
import { queryPlanSchema } from '../../query/query-plan.ts';
import { BUTTON_VALUE_MAX } from './blocks.ts';

/** A choice travels in its button as a plan: nothing in it can widen what its presser may see. */
const pickedChoice = z.strictObject({ plan: queryPlanSchema, language: z.enum(LOCALES) });
export type PickedChoice = z.infer<typeof pickedChoice>;

/** null when it is too long for a button: then its label is asked as a question. */
export const writeChoice = (choice: PickedChoice): string | null => {
  const text = JSON.stringify(choice);
  return [...text].length <= BUTTON_VALUE_MAX ? text : null;
};

/** The choice in a button's value; null when the value is a question. */
export const readChoice = (value: string): PickedChoice | null => {
  if (!value.startsWith('{')) return null;
  try {
    return pickedChoice.parse(JSON.parse(value));
  } catch {
    return null;
  }
};
