/** Tells this tab and the others of the same account that something has changed. */

import type { Surroundings } from "./surroundings.ts";
import type { DeviceEvent } from "./types.ts";

export type Listener = (what: DeviceEvent) => void;

/** Speak once on the channel of a database, from where no device is open. */
export function announceTo(name: string, around: Surroundings, what: DeviceEvent): void {
  const channel = around.broadcast(name);
  channel?.postMessage(what);
  channel?.close();
}

export class Channel {
  private readonly listeners = new Set<Listener>();
  private others: BroadcastChannel | undefined;

  constructor(name: string, around: Surroundings) {
    this.others = around.broadcast(name);
    this.others?.addEventListener("message", (event: MessageEvent<DeviceEvent>) => this.tell(event.data));
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** To this tab and to the others. */
  announce(what: DeviceEvent): void {
    this.tell(what);
    this.tellOthers(what);
  }

  /** To the other tabs alone. */
  tellOthers(what: DeviceEvent): void {
    this.others?.postMessage(what);
  }

  close(): void {
    this.listeners.clear();
    this.others?.close();
    this.others = undefined;
  }

  /** To this tab alone. */
  tell(what: DeviceEvent): void {
    for (const listener of [...this.listeners]) listener(what);
  }
}
