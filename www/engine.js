"use strict";
// The module that reads notices; besides office.js, the only script that knows
// WebAssembly. The build puts two things before it: the packed module, in the
// element `engine-module`, and `engineGlue`, which makes the bindings of one
// instance of it.
//
//   Engine.ready                  a promise: from now on `read` can be called.
//                                 A new one after a failure, so ask each time.
//                                 Stays pending where the engine cannot start;
//                                 then the element `startup` says why.
//   Engine.read(text, options, house, directory)   a Reading (see src/wasm.rs)
//                                 under the style of an office and with its
//                                 units, two texts; to be freed by `free()`.
//                                 Throws an Error that names a wrong option.
//   Engine.wrong(house, directory)   what is wrong with these texts: a list of
//                                 sentences.
//   Engine.parts()                promises { glue, module }, of which another
//                                 thread makes an instance of its own.
//   Engine.twin(options, size, fill)   promises { reading, adopt } of what was
//                                 read there under `options`: an instance with
//                                 a memory of that many bytes, which
//                                 `fill(bytes)` puts in, holds it. It takes the
//                                 place of the page's own one by `adopt()`.
//   Engine.captions()             what the page calls things.
//   Engine.rules()                every rule by group: [[name, [rule]]].
//   Engine.onFailure = sentence => …   told when the engine itself broke down.
//                                 The call that hit it throws, too.
const Engine = (function () {
  const BROKE_DOWN = "读取时程序内部出错，已自动恢复；您的文本没有改动，可以继续使用。";
  const MISSING = "当前浏览器不支持 WebAssembly，无法运行本工具。";
  const BLOCKED = "当前浏览器或单位的安全策略禁止运行 WebAssembly，无法使用本工具。";

  let bindings = null;
  // What of the office was last used, as one instance has made it ready.
  let own = { texts: null, used: null, house: null };
  const engine = { ready: null, read, wrong, parts, twin, captions: () => ask("captions"), rules: () => ask("rules"), onFailure() {} };

  // Always the asynchronous way: the other one is refused on the main thread.
  function compile() {
    return WebAssembly.compile(unpacked("engine-module"));
  }

  async function made(module) {
    const fresh = engineGlue();
    const { memory } = await fresh({ module_or_path: module });
    guard(fresh);
    return { fresh, memory };
  }

  async function instantiate(module) {
    bindings = (await made(module)).fresh;
  }

  async function parts() {
    return { glue: engineGlue, module: await compiled };
  }

  async function twin(options, size, fill) {
    const PAGE = 65536;
    const { fresh, memory } = await made(await compiled);
    fresh.learn(options);
    memory.grow((size - memory.buffer.byteLength) / PAGE);
    await fill(new Uint8Array(memory.buffer));
    return { reading: fresh.arrived(), adopt: () => (bindings = fresh) };
  }

  // A trap or an exhausted stack leaves an instance in an unknown state: it is
  // dropped, and the module, compiled already, gives a new one.
  function guard(fresh) {
    const methods = fresh.Reading.prototype;
    Object.getOwnPropertyNames(methods).filter(name => name !== "constructor").forEach(name => {
      const method = methods[name];
      methods[name] = function (...given) {
        return attempt(fresh, () => method.apply(this, given));
      };
    });
  }

  function attempt(used, call) {
    try {
      return call();
    } catch (error) {
      const broken = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      if (broken && used === bindings) {
        bindings = null;
        engine.ready = compiled.then(instantiate);
        engine.onFailure(BROKE_DOWN);
      }
      throw error;
    }
  }

  function read(text, options, house = "", directory = "") {
    return owned([house, directory], office => office.read(text, options));
  }

  function wrong(house, directory) {
    return owned([house, directory], office => office.wrong());
  }

  // What `call` makes of the texts of an office.
  function owned(texts, call) {
    const used = bindings;
    if (!used) throw new Error("engine: not ready");
    return attempt(used, () => {
      const same = own.texts && texts.every((text, at) => text === own.texts[at]);
      if (!same || own.used !== used) own = { texts, used, house: new used.House(...texts) };
      return call(own.house);
    });
  }

  function ask(what) {
    const used = bindings;
    if (!used) throw new Error("engine: not ready");
    return attempt(used, () => used[what]());
  }

  function explain(reason) {
    const startup = document.getElementById("startup");
    startup.querySelector("[data-reason]").textContent = reason;
    startup.querySelector("[data-agent]").textContent = navigator.userAgent;
    startup.classList.add("failed");
  }

  if (typeof WebAssembly === "undefined") {
    explain(MISSING);
    engine.ready = new Promise(() => {});
    return engine;
  }
  const compiled = compile();
  engine.ready = compiled.then(instantiate).catch(error => {
    explain(BLOCKED + "（" + error.message + "）");
    return new Promise(() => {});
  });
  return engine;
})();
