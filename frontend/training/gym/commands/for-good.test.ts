import { describe, expect, it } from "vitest";
import type { Kit } from "../../device/index.ts";
import type { Gym } from "../gym.ts";
import { kit as known, lift } from "../testing.ts";
import { offer, swapLasting, told } from "./for-good.ts";

const line = { exercise: "barbell-squat", position: 1, superset: null, ...known().dose };
const kit = (changed: Partial<Kit> = {}): Kit => ({
  version: 1, account: "anna", day: "2026-11-23", unit: "kg", routine: { slug: "leg-day", name: "Leg day" }, lines: [line],
  exercises: { "barbell-squat": known(), "goblet-squat": known({ slug: "goblet-squat", name: "Goblet squat" }) }, grids: {}, stocks: {}, ...changed,
});
const names = { old: "Barbell squat", new: "Goblet squat" };

describe("from now on is offered", () => {
  it.each([
    ["anna", true, kit(), "barbell-squat", "ready"],
    ["anna", false, kit(), "barbell-squat", "offline"],
    ["guest", true, kit(), "barbell-squat", "none"],
    ["anna", true, kit({ routine: null }), "barbell-squat", "none"],
    ["anna", true, kit(), "leg-press", "none"],
    ["anna", true, undefined, "barbell-squat", "none"],
  ] as const)("to %s, online %s", (account, isOnline, of, slug, expected) => {
    expect(offer(account, isOnline, of, slug)).toBe(expected);
  });
});

describe("the live region says", () => {
  it("from now on only when the server has said so", () => {
    expect(told({ kind: "done" }, names)).toBe("Goblet squat instead of Barbell squat, from now on.");
    expect(told({ kind: "silence" }, names)).toContain("today only");
    const problem = { code: "already-in-routine", title: "", detail: "It stands there already.", status: 422 };
    expect(told({ kind: "problem", problem }, names)).toMatch(/today only.*It stands there already\.$/);
  });
});

describe("today first", () => {
  function screen(stores: boolean): { gym: Gym; asked: string[]; heard: () => string } {
    const asked: string[] = [];
    const squat = lift();
    const gym = {
      id: "w", kit: kit(), lifts: [squat], notice: undefined as Gym["notice"], said: "", unsaved: "",
      device: {
        write: async () => (stores ? undefined : Promise.reject(new Error("full"))),
        swapForGood: async (routine: string, swap: { old: string; new: string }) => {
          asked.push(`${routine}: ${swap.old} -> ${swap.new}`);
          return { kind: "done" as const };
        },
      },
      refresh: async () => undefined, refreshRest: async () => undefined, show: () => undefined, changed: () => undefined,
      say: (text: string) => (gym.said = text),
      tell: (text: string, undo?: () => Promise<void>) => {
        gym.notice = undo ? { text, undo } : { text };
        gym.said = text;
      },
    };
    return { gym: gym as unknown as Gym, asked, heard: () => gym.said };
  }

  it("then the routine; undo takes both back", async () => {
    const { gym, asked, heard } = screen(true);
    await swapLasting(gym, lift(), "goblet-squat");
    expect(heard()).toBe("Goblet squat instead of Barbell squat, from now on.");
    await gym.notice?.undo?.();
    expect(asked).toEqual(["leg-day: barbell-squat -> goblet-squat", "leg-day: goblet-squat -> barbell-squat"]);
  });

  it("and not the routine where this phone did not keep it", async () => {
    const { gym, asked } = screen(false);
    await swapLasting(gym, lift(), "goblet-squat");
    expect(asked).toEqual([]);
  });
});
