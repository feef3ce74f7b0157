"use strict";
// Reads what stands in the text box, soon after it has changed. Only the newest
// text counts: a job that was overtaken while it waited does nothing. A long
// text is read beside the page; until that is done, or cancelled, the last
// reading stays.
const Reader = (function () {
  const SHORTEST_WAIT = 200;
  const LONGEST_WAIT = 1500;
  const UNREAD = "这段文本没有读成，改动后会再读。";
  const LEFT = "已取消，这份全文还没有读；改动后会再读。";
  const FIRST = ["summary", "overview", "tasks", "units", "calendar", "collation", "unread", "corrections"];
  let newest = 0;
  let going = { job: 0, done: Promise.resolve() }; // what was begun last
  let beside = 0; // the job that goes on beside the page, see beside.js
  let lastTook = 0;

  // What took long makes the next one wait longer, so that typing in a very
  // long text stays smooth; what was pasted waits for nothing but the browser
  // to show it.
  function soon(pasted) {
    if (beside === newest) Work.cancel();
    const job = ++newest;
    Store.set({ pending: true, said: "" });
    setTimeout(() => read(job), pasted ? 0 : Math.min(LONGEST_WAIT, SHORTEST_WAIT + 3 * lastTook));
  }

  // Reads at once what is still waiting. Promises that nothing is being read any
  // more; where somebody cancelled it, or went on typing, it is still pending.
  const now = () => read(newest);

  function read(job) {
    if (going.job !== job) going = { job, done: Engine.ready.then(() => begin(job)) };
    return going.done;
  }

  async function begin(job) {
    if (job !== newest || !Store.state.pending) return;
    const text = TextBox.value();
    const started = performance.now();
    if (!text.trim()) show(text, null);
    else if (Beside.takes(text)) await readBeside(text, job);
    else show(text, attempt(text));
    lastTook = performance.now() - started;
  }

  function show(text, reading) {
    const windows = text ? Object.assign({}, Store.state.windows, { text: null }) : {};
    const unread = Boolean(text.trim()) && !reading;
    Store.set({ reading, text, unread, pending: false, focus: null, windows });
  }

  // Reads a long text while the page goes on; where that cannot be done, here.
  async function readBeside(text, job) {
    const { house, directory } = Store.state;
    beside = job;
    try {
      await Work.run("正在读", async pause => {
        const made = await Beside.read({ text, options: options(), house, directory }, pause);
        await pause();
        if (!made) return show(text, attempt(text));
        await Store.prepare(made.reading, views(), pause);
        made.adopt();
        show(text, made.reading);
      });
    } catch (error) {
      if (job === newest) Work.wasCancelled(error) ? leave() : fail(text);
    } finally {
      if (beside === job) beside = 0;
    }
  }

  // What is asked for as soon as a reading is shown.
  const views = () => [["findings", Remarks.ignored()]].concat(FIRST.map(name => [name]));

  // What stands in the box is read when it changes, or when its places are asked
  // for.
  function leave() {
    newest++;
    Store.set({ said: LEFT });
  }

  function fail(text) {
    show(text, null);
    Store.set({ said: UNREAD });
  }

  function attempt(text) {
    try {
      const { house, directory } = Store.state;
      return Engine.read(text, options(), house, directory);
    } catch (error) {
      Store.set({ said: UNREAD });
      return null;
    }
  }

  function options() {
    const { corrections, expand } = Store.state;
    return { today: today(), corrections, expand };
  }

  // The core has no clock; a notice without any year takes it from here.
  function today() {
    const date = new Date();
    const two = number => String(number).padStart(2, "0");
    return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  }

  return { soon, now, attempt };
})();
