const HOUR = 3600;

/** CMITimespan, whole seconds: SCORM 1.2's `cmi.core.total_time`. At most 9,999 hours. */
export function timespan(seconds: number): string {
  const whole = Math.min(Math.round(seconds), 9999 * HOUR + HOUR - 1);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.floor(whole / HOUR)).padStart(4, '0')}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
