"use strict";
// Long work: it goes in slices, between which the page draws and answers; it
// says how far it has come, and a button ends it. One at a time: what begins
// later ends what was going on.
const Work = (function () {
  const SLICE = 40; // milliseconds of work at a stretch
  const PAINT = 30; // in which the browser shows what was said
  const CANCELLED = new Error("cancelled");
  let newest = 0;

  const rest = time => new Promise(done => setTimeout(done, time));

  // Runs `act(pause)`, which is to await `pause(share)` again and again, with
  // how much of 1 is done, or words for how far it is. Promises what it gives; whether it was cancelled,
  // `wasCancelled` tells of the error.
  async function run(name, act) {
    const job = ++newest;
    let since = 0;
    const pause = async share => {
      if (job !== newest) throw CANCELLED;
      if (performance.now() - since < SLICE) return;
      Store.set({ work: { name, share } });
      await rest(0);
      since = performance.now();
      if (job !== newest) throw CANCELLED;
    };
    Store.set({ work: { name, share: 0 } });
    await rest(PAINT);
    try {
      await pause(0);
      const made = await act(pause);
      if (job !== newest) throw CANCELLED;
      return made;
    } finally {
      if (job === newest) Store.set({ work: null });
    }
  }

  function cancel() {
    newest++;
    Store.set({ work: null });
  }

  const wasCancelled = error => error === CANCELLED;

  // How far it has come, once there is something to say of that.
  function share() {
    const { work } = Store.state;
    if (!work || !work.share) return "";
    return typeof work.share === "string" ? work.share : Math.floor(work.share * 100) + "%";
  }

  // A button that goes hands its focus on.
  function draw() {
    const hidden = !Store.state.work;
    document.querySelectorAll(".stop").forEach(stop => {
      if (hidden && stop === document.activeElement) byId(stop.dataset.then).focus();
      stop.hidden = hidden;
    });
  }

  function start() {
    document.querySelectorAll(".stop").forEach(stop => stop.addEventListener("click", cancel));
    Store.watch(["work"], draw);
  }

  return { start, run, cancel, wasCancelled, share };
})();
