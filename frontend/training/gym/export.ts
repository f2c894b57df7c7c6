/** The workout as plain text: whatever happens to the server, it can be taken away. */
import type { Attention } from "../device/index.ts";
import { inWords, kindName } from "./format.ts";
import type { Session } from "./model.ts";

export function asText(session: Session | undefined, attention: readonly Attention[]): string {
  const lines = session ? [`${session.day} ${session.title}`.trim(), ...session.lifts.flatMap((lift) => ["", lift.name, ...lift.rows.map((row) => `  ${kindName(row.kind)}: ${inWords(row, lift)}${row.rir === null ? "" : `, RIR ${row.rir}`}${row.note ? `, ${row.note}` : ""}`), ...(lift.note ? [`  ${lift.note}`] : [])])] : [];
  const refused = attention.map(({ mutation, problem }) => `${problem.title} ${JSON.stringify({ op: mutation.op, kind: mutation.kind, row: mutation.row, ...mutation.fields })}`);
  return [...lines, ...(refused.length ? ["", ...refused] : [])].join("\n");
}
