/** `0012:30:05.25`, of SCORM 1.2 (CMITimespan). */
const TIMESPAN = /^(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,2})?)$/;
/** `P1DT2H3M4.5S`: years and months, which have no length of their own, aside. */
const ISO = /^P(?=.)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
/** A century: beyond, a clock was wrong. */
const LONGEST = 3_155_760_000;

/** Seconds in a duration of SCORM 1.2 or of ISO 8601; undefined for what is neither, or longer than a century. */
export function secondsIn(text: string): number | undefined {
  const [, ...parts] = TIMESPAN.exec(text) ?? [];
  const [, days, ...rest] = ISO.exec(text) ?? [];
  const [hours, minutes, seconds] = (parts.length ? parts : rest).map((part) =>
    Number((part ?? '0').replace(',', '.')),
  );
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined;
  const total = Number(days ?? 0) * 86_400 + hours * 3_600 + minutes * 60 + seconds;
  return total <= LONGEST ? total : undefined;
}

/** ISO 8601 to a hundredth of a second (xAPI Data 4.6): `PT1H2M3.5S`, `PT0S`. */
export function isoDuration(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const [hours, minutes, rest] = [
    Math.floor(hundredths / 360_000),
    Math.floor(hundredths / 6_000) % 60,
    hundredths % 6_000,
  ];
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest / 100}S`].filter(Boolean).join('');
  return `PT${parts || '0S'}`;
}
