"use strict";
// Reads what stands in the text box, soon after it has changed. Only the newest
// text counts: a job that was overtaken while it waited does nothing.
const Reader = (function () {
  const SHORTEST_WAIT = 200;
  const LONGEST_WAIT = 1500;
  let newest = 0;
  let lastTook = 0;

  // What took long makes the next one wait longer, so that typing in a very
  // long text stays smooth; what was pasted waits for nothing but the browser
  // to show it.
  function soon(pasted) {
    const job = ++newest;
    Store.set({ pending: true, said: "" });
    setTimeout(() => read(job), pasted ? 0 : Math.min(LONGEST_WAIT, SHORTEST_WAIT + 3 * lastTook));
  }

  // Reads at once what is still waiting.
  function now() {
    read(newest);
  }

  function read(job) {
    Engine.ready.then(() => {
      if (job === newest && Store.state.pending) finish(TextBox.value());
    });
  }

  function finish(text) {
    const started = performance.now();
    const reading = text.trim() ? attempt(text) : null;
    const windows = text ? Object.assign({}, Store.state.windows, { text: null }) : {};
    const unread = Boolean(text.trim()) && !reading;
    Store.set({ reading, text, unread, pending: false, focus: null, windows });
    lastTook = performance.now() - started;
  }

  function attempt(text) {
    try {
      const { corrections, expand, house, directory } = Store.state;
      return Engine.read(text, { today: today(), corrections, expand }, house, directory);
    } catch (error) {
      Store.set({ said: "这段文本没有读成，改动后会再读。" });
      return null;
    }
  }

  // The core has no clock; a notice without any year takes it from here.
  function today() {
    const date = new Date();
    const two = number => String(number).padStart(2, "0");
    return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  }

  return { soon, now, attempt };
})();
