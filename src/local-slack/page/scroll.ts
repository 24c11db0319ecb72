const nearPx = 120;

const scroller = (): HTMLElement | null => document.querySelector('.messages');

export const toNewest = (): void => {
  const box = scroller();
  box?.scrollTo({ top: box.scrollHeight });
};

/** Draws, and stays at the newest message when the person was looking at it. */
export const followNewest = (draw: () => void): void => {
  const before = scroller();
  const shown = before?.dataset.channel;
  const near = !before || before.scrollHeight - before.scrollTop - before.clientHeight < nearPx;
  draw();
  const after = scroller();
  if (after && (near || after.dataset.channel !== shown)) toNewest();
};
