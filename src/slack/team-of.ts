/** Decides which workspace a person who pressed or sent something belongs to. */

type Body = { user: { team_id?: string }; team?: { id: string } | null };

/** The person's own workspace; a partner's differs from the one that the app is installed in. */
export const teamOf = ({ user, team }: Body): string | undefined => user.team_id ?? team?.id;
