"use strict";
// The second module of the core (see src/office.rs): it makes files for office
// programs and reads them. Unpacked when it is first asked; every call gets an
// instance of its own, so that a large file leaves no memory behind and one that
// broke down is never asked again. The build puts two things before this script:
// the packed module, in the element `office-module`, and `officeGlue`, which
// makes the bindings of one instance of it. Promises:
//
//   Office.workbook(title, sheets)           the bytes of a workbook
//   Office.text(title, name, batches, pause) of a document of these sections
//   Office.open(bytes, asItWas, pause)       { text, revised, refusal }
//
// What may take long awaits `pause(share)` (see work.js) between its slices;
// `batches` are functions, each of which gives some sections. Where the module
// cannot start, the error has a `sentence`.
const Office = (function () {
  const NO_START = "生成和打开 Word、Excel 文件的程序没有启动起来，别的功能照常可用。请关掉一些网页后再试，或者重新打开本页。";
  let compiled = null;

  function compile() {
    compiled = compiled || WebAssembly.compile(unpacked("office-module"));
    return compiled;
  }

  async function start() {
    try {
      const bindings = officeGlue();
      await bindings({ module_or_path: await compile() });
      return bindings;
    } catch (error) {
      compiled = null;
      throw Object.assign(new Error(error.message), { sentence: NO_START });
    }
  }

  async function workbook(title, sheets) {
    const bindings = await start();
    return bindings.xlsx(title, sheets);
  }

  async function text(title, name, batches, pause) {
    const bindings = await start();
    const file = new bindings.Document(title, name);
    for (let at = 0; at < batches.length; at++) {
      await pause(at / batches.length);
      file.add(batches[at]());
    }
    return file.finish();
  }

  async function open(bytes, asItWas, pause) {
    const bindings = await start();
    const opening = new bindings.Opening(bytes, asItWas);
    while (!opening.step()) await pause(opening.share());
    const { text, revised, refusal } = opening.finish();
    return { text, revised, refusal };
  }

  return { workbook, text, open };
})();
