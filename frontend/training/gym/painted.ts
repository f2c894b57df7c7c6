/** How long to wait for a frame that does not come: nothing is painted in a window that nobody sees. */
const UNSEEN_MS = 300;

/** Resolves when the screen has been shown. What goes over the network for later must not compete with that. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    const unseen = setTimeout(done, UNSEEN_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(unseen);
        done();
      }),
    );
  });
}
