import { type AlertContext, type AlertsOutcome, runAlerts } from '../alerts/run-alerts.ts';
import { ok, type Result } from '../domain/result.ts';
import {
  type NightOptions,
  type NightReport,
  type NightSettings,
  runNight,
} from '../nightly/run-night.ts';

export type WholeNightContext = NightSettings & AlertContext;

export type WholeNightOutcome = Omit<NightReport, 'seconds'> &
  Omit<AlertsOutcome, 'seconds'> & { seconds: NightReport['seconds'] & AlertsOutcome['seconds'] };

/**
 * A night from facts to queued digests: assess, then detect alerts and queue one digest a manager. Safe
 * to run twice and to be killed anywhere: the next run does what is missing. `seconds.total` is all of it.
 */
export const runWholeNight = async (
  context: WholeNightContext,
  options: NightOptions = {},
): Promise<Result<WholeNightOutcome>> => {
  const night = await runNight(context, options);
  if (!night.ok) return night;
  const alerts = await runAlerts(context, { businessDate: night.value.businessDate });
  if (!alerts.ok) return alerts;
  const seconds = { ...night.value.seconds, ...alerts.value.seconds };
  const total = seconds.total + seconds.alerts + seconds.digests;
  return ok({ ...night.value, ...alerts.value, seconds: { ...seconds, total } });
};
