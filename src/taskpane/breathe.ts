/** Which question this file answers: how does the page get to draw, and to hear the user, between two pieces of long work? */

/**
 * Resolves in another task. A page that nobody sees (the check runs with the pane closed) draws nothing, and browsers let its timers wait for a second:
 * there a message to itself does.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if (!document.hidden) {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
