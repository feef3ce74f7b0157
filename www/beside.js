"use strict";
// Reads a long text beside the page, which goes on meanwhile: in a worker, made
// of the engine that the page holds already. The memory in which it has read
// then comes over, piece by piece, into an instance of the page's own.
//
//   Beside.takes(text)          whether the text is so long, and there can be a
//                               worker.
//   Beside.read(given, pause)   promises what `Engine.twin` does; `given` is
//                               { text, options, house, directory }. `pause` is
//                               that of work.js. Where there can be no worker,
//                               it is null, and nothing is taken from then on.
const Beside = (function () {
  const LONG = 100000; // code units; what is shorter takes less than to start a worker
  const PIECE = 4194304; // bytes that are copied within a few milliseconds
  const LOOK = 50; // milliseconds between looks whether it is still wanted
  let possible = typeof Worker !== "undefined";

  // The program of the worker: it says that it runs, reads what it is given
  // first, and says how large its memory is; then it gives a piece of that from
  // wherever it is asked. Nothing else of the page is there.
  function program(glue, piece) {
    let memory = null;

    async function read({ module, text, options, house, directory }) {
      const bindings = glue();
      memory = (await bindings({ module_or_path: module })).memory;
      bindings.learn(options); // first, see src/wasm/moved.rs
      const office = new bindings.House(house, directory);
      office.read(text, options).leave();
      office.free();
      return { size: memory.buffer.byteLength };
    }

    function answer(message) {
      self.postMessage(message, message.bytes ? [message.bytes] : []);
    }

    self.onmessage = ({ data }) => {
      if (data.from !== undefined) return answer({ bytes: memory.buffer.slice(data.from, data.from + piece) });
      read(data).then(answer, error => answer({ wrong: error.message }));
    };
    answer({});
  }

  // A worker, and what it says next as a promise.
  function start(glue) {
    const source = "(" + program + ")(" + glue + ", " + PIECE + ")";
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    let [heard, refuse] = [];
    const next = () => new Promise((done, fail) => ([heard, refuse] = [done, fail]));
    const first = next();
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = event => heard(event.data);
    worker.onerror = event => {
      event.preventDefault();
      refuse(new Error(event.message));
    };
    const ask = question => {
      const answer = next();
      worker.postMessage(question);
      return answer;
    };
    return { first, ask, end: () => worker.terminate() };
  }

  async function started(glue) {
    try {
      const one = start(glue);
      await one.first;
      return one;
    } catch (error) {
      // The policy of an office, or a kernel, that lets none begin.
      possible = false;
      return null;
    }
  }

  // Waits for `answer` as long as it is wanted.
  async function patiently(answer, pause) {
    const since = performance.now();
    let come = false;
    const done = () => (come = true);
    answer.then(done, done);
    while (!come) {
      await Promise.race([answer, new Promise(look => setTimeout(look, LOOK))]);
      await pause("已用 " + Math.round((performance.now() - since) / 1000) + " 秒");
    }
    const said = await answer;
    if (said.wrong !== undefined) throw new Error(said.wrong);
    return said;
  }

  async function read(given, pause) {
    const { glue, module } = await Engine.parts();
    const worker = await started(glue);
    if (!worker) return null;
    try {
      const { size } = await patiently(worker.ask(Object.assign({ module }, given)), pause);
      return await Engine.twin(given.options, size, async bytes => {
        for (let from = 0; from < size; from += PIECE) {
          const piece = await worker.ask({ from });
          bytes.set(new Uint8Array(piece.bytes), from);
          await pause();
        }
      });
    } finally {
      worker.end();
    }
  }

  return { takes: text => possible && text.length >= LONG, read };
})();
