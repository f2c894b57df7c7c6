/** Sideways swipes: the exercise before or after. Not from the screen's edge, where browsers go back. */

const EDGE = 28;
const FAR = 56;

/** Calls `turn` with 1 for a swipe to the left (what comes after), -1 for one to the right. Returns how to stop. */
export function follow(element: HTMLElement, turn: (by: -1 | 1) => void): () => void {
  let from: { x: number; y: number; id: number } | undefined;
  const down = (event: PointerEvent): void => {
    const isEdge = event.clientX < EDGE || event.clientX > innerWidth - EDGE;
    from = event.pointerType === "mouse" || isEdge || !event.isPrimary ? undefined : { x: event.clientX, y: event.clientY, id: event.pointerId };
  };
  const up = (event: PointerEvent): void => {
    if (!from || event.pointerId !== from.id) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    from = undefined;
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1);
  };
  const cancel = (): void => {
    from = undefined;
  };
  element.addEventListener("pointerdown", down);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", cancel);
  return () => {
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointerup", up);
    element.removeEventListener("pointercancel", cancel);
  };
}
