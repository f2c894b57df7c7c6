import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { IDBFactory } from "fake-indexeddb";
import { openDevice, uuid7, type Device } from "./index.ts";

let device: Device;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  device = await openDevice("guest");
});

afterEach(() => device.close());

test("a workout as it was written", async () => {
  const [workout, exercise, set] = [uuid7(), uuid7(), uuid7()];
  await device.write([
    { op: "put", kind: "workout", row: workout, fields: { day: "2026-11-23", started_at: "2026-11-23T10:00:00Z" } },
    { op: "put", kind: "exercise", row: exercise, fields: { workout, exercise: "back-squat" } },
  ]);
  await device.write([{ op: "put", kind: "set", row: set, fields: { performed: exercise, weight: "62,5", reps: 9 } }]);
  const view = await device.workout(workout);
  expect(view?.workout.state).toBe("on-this-phone");
  expect(view?.exercises[0]?.sets[0]?.fields).toMatchObject({ weight: "62,5", reps: 9, kind: "working" });
  expect(await device.waiting()).toBe(1);
  expect((await device.openWorkout())?.id).toBe(workout);
});
