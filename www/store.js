"use strict";
// The one state of the page. Nothing else remembers anything: `set` changes
// some fields, and whoever watches one of them draws it anew.
const Store = (function () {
  const state = {
    mode: "edit", //    how the notice is shown: "edit" or "read"
    tab: "tasks", //    which result is shown
    reading: null, //   the newest Reading (see engine.js), or null
    text: "", //        the text it was read from
    unread: false, //   whether the engine failed at that text
    pending: false, //  whether the text box holds something newer
    focus: null, //     what is pointed at, see focus.js
    undo: null, //      what the last acts on the text were: { label, steps }, or
    //                  { label, before } with the text to come back to
    sift: {}, //        which findings are shown, see remarks.js
    ignored: { ids: {}, rules: {} }, // findings and rules put aside
    house: "", //       本单位用语, see house.js
    directory: "", //   单位名录, see house.js
    expand: false, //   whether classes stand with the members it gives them
    corrections: [], // what a person has corrected, see corrections.js
    opened: false, //   whether tasks are shown sentence by sentence
    chosen: [], //      which numbers over the tables are filters, see overview.js
    query: "", //       what is searched for
    mine: "", //        我单位: whose tasks alone are shown
    sort: "text", //    how tasks are ordered, see narrow.js
    byLoad: false, //   whether units with most tasks come first in the matrix
    fold: null, //      whether those with one task share a column; null: if many
    unit: "", //        whose sheet 单位 shows
    pane: "source", //  which half a narrow window shows: "source" or "result"
    windows: {}, //     which part of each long list is shown, see slices.js
    leaving: { form: "xlsx", names: null, all: false, extras: ["due"], unit: "", name: "" }, // see exports.js
    work: null, //      what takes long: { name, share }, see work.js
    said: "", //        what the status bar tells of the last act
    differing: false, // whether 正文与附表 shows only what differs
    other: "", //       另一稿, the text to compare with
    otherIs: "old", //  whether that is the "old" text or the "new" one
    changes: null, //   what was compared, see another.js
    changesBy: "units", // how it is shown: by "units" or "tasks"
    changed: true, //   whether only tasks with a change are shown
  };
  const watchers = [];
  let views = {};
  const early = new WeakMap(); // those of a reading that is not shown yet

  function watch(fields, draw) {
    watchers.push({ fields, draw });
  }

  function set(change) {
    const changed = Object.keys(change).filter(field => state[field] !== change[field]);
    if (changed.includes("reading")) {
      release(state.reading);
      views = early.get(change.reading) || {};
    }
    Object.assign(state, change);
    watchers.filter(watcher => watcher.fields.some(field => changed.includes(field))).forEach(watcher => watcher.draw());
  }

  // What an engine made that broke down cannot be freed; it went with it.
  function release(reading) {
    try {
      if (reading) reading.free();
    } catch (error) {
      return;
    }
  }

  // A view of the reading, asked for once. Only while there is a reading.
  const view = (name, ...given) => asked(state.reading, views, name, given);

  function asked(reading, views, name, given) {
    const key = name + JSON.stringify(given);
    if (!(key in views)) views[key] = reading[name](...given);
    return views[key];
  }

  // Asks a long reading for some of its views, `[name, ...given]`, before it is
  // shown; awaits `pause()` after each.
  async function prepare(reading, wanted, pause) {
    const views = {};
    for (const [name, ...given] of wanted) {
      asked(reading, views, name, given);
      await pause();
    }
    early.set(reading, views);
  }

  return { state, watch, set, view, prepare };
})();
