import { DAY, HOUR, type Instant, MINUTE } from '../domain/time.ts';

/** Shanghai keeps no summer time: its day always begins at 16:00 UTC. */
const SHANGHAI = 8 * HOUR;

/** `-3d 16:05`, days ago at a time of day, at least yesterday; or `-95m`, minutes ago. */
export const SAMPLE_TIME = /^-(?:(?<days>[1-9]\d{0,3})d (?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)|(?<ago>[1-9]\d{0,4})m)$/;

/** The instant of a sample's time that matches `SAMPLE_TIME`, read at `now`: always before it, also just after midnight. */
export const sampleTime = (text: string, now: Instant): Instant => {
  const { days = '', hour = '', minute = '', ago } = SAMPLE_TIME.exec(text)?.groups ?? {};
  if (ago !== undefined) return now - Number(ago) * MINUTE;
  const midnight = Math.floor((now + SHANGHAI) / DAY) * DAY - SHANGHAI;
  return midnight - Number(days) * DAY + Number(hour) * HOUR + Number(minute) * MINUTE;
};
