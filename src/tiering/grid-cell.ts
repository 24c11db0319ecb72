/** Decides a person's cell in the 16-grid: value band by activity state. */
import {
  type ActivityState,
  GRID_STATES,
  GRID_TIERS,
  type GridCell,
  type Tier,
} from '../domain/client.ts';

/** null = outside the grid: a tier that is not one of its bands, or an activity that is not recorded. */
export const gridCellOf = (tier: Tier, activity: ActivityState): GridCell | null => {
  const band = GRID_TIERS.find((each) => each === tier);
  const state = GRID_STATES.find((each) => each === activity);
  return band && state ? `${band}_${state}` : null;
};
