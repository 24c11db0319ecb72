import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { drafts } from '../db/schema/index.ts';
import { type CoverageContext, recordedAt } from './context.ts';

export type DraftKind = 'reassign' | 'override' | 'refine';
export type Draft<T> = { draftId: string; payload: T };

/** Keeps what a form was opened with and returns the opaque id that travels through Slack instead. */
export const openDraft = async (
  ctx: CoverageContext,
  kind: DraftKind,
  payload: unknown,
): Promise<string> => {
  const draftId = randomUUID();
  const createdAt = recordedAt(ctx);
  const actorId = ctx.actor.managerId;
  await ctx.database.service.orm
    .insert(drafts)
    .values({ draftId, kind, actorId, payload, createdAt });
  return draftId;
};

const isOpenFor = (ctx: CoverageContext, kind: DraftKind, draftId: string) =>
  and(
    eq(drafts.draftId, draftId),
    eq(drafts.kind, kind),
    eq(drafts.actorId, ctx.actor.managerId),
    isNull(drafts.consumedAt),
  );

/** What the form was opened with; null when it was used already or belongs to somebody else. */
export const findDraft = async (
  ctx: CoverageContext,
  kind: DraftKind,
  draftId: string,
): Promise<unknown> => {
  const [draft] = await ctx.database.service.orm
    .select({ payload: drafts.payload })
    .from(drafts)
    .where(isOpenFor(ctx, kind, draftId));
  return draft?.payload ?? null;
};

/** Replaces what an open form holds, e.g. when another client is chosen in it; false when it is gone. */
export const updateDraft = async (
  ctx: CoverageContext,
  kind: DraftKind,
  draftId: string,
  payload: unknown,
): Promise<boolean> => {
  const updated = await ctx.database.service.orm
    .update(drafts)
    .set({ payload })
    .where(isOpenFor(ctx, kind, draftId))
    .returning({ draftId: drafts.draftId });
  return updated.length > 0;
};

/** Uses the form up: true for exactly one caller, who must be the person who opened it. */
export const consumeDraft = async (
  ctx: CoverageContext,
  kind: DraftKind,
  draftId: string,
): Promise<boolean> => {
  const consumed = await ctx.database.service.orm
    .update(drafts)
    .set({ consumedAt: recordedAt(ctx) })
    .where(isOpenFor(ctx, kind, draftId))
    .returning({ draftId: drafts.draftId });
  return consumed.length > 0;
};

/** Gives a used form back, because what it asked for was refused and can be corrected. */
export const reopenDraft = async (ctx: CoverageContext, draftId: string): Promise<void> => {
  await ctx.database.service.orm
    .update(drafts)
    .set({ consumedAt: null })
    .where(and(eq(drafts.draftId, draftId), eq(drafts.actorId, ctx.actor.managerId)));
};
