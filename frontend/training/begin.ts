/** Beginning a workout on the device: the workout and its exercises, by the kit that is kept there. */
import { uuid7, type Change, type Kit, type KitLine } from "./device/index.ts";

/** The routine of the site, whose next session is kept where no other is asked for. */
export const SITE_ROUTINE = "leg-day";

export interface Beginning {
  id: string;
  changes: Change[];
}

/**
 * What `device.write()` takes, in one transaction. `zone` is the browser's (an IANA name); the day is the local date
 * of `now` as this device has it, which midnight, travel and daylight saving never move afterwards.
 */
export function beginning(kit: Kit, now: Date, zone: string, lines: KitLine[] = kit.lines): Beginning {
  const id = uuid7();
  const workout = {
    day: localDay(now),
    zone,
    started_at: now.toISOString(),
    utc_offset: -now.getTimezoneOffset(),
    routine: lines.length > 0 ? (kit.routine?.slug ?? null) : null,
    title: lines.length > 0 ? (kit.routine?.name ?? "") : "",
  };
  return {
    id,
    changes: [
      { op: "put", kind: "workout", row: id, fields: workout },
      ...lines.map((line): Change => ({ op: "put", kind: "exercise", row: uuid7(), fields: performed(id, line) })),
    ],
  };
}

function performed(workout: string, line: KitLine): Record<string, string | number | boolean | null> {
  return { workout, ...line, prescribed: true };
}

/** The wall calendar's date, YYYY-MM-DD: not the one in Greenwich. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function zoneName(): string {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  } catch {
    return "UTC";
  }
}
