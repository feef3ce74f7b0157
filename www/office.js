"use strict";
// The second module of the core (see src/office.rs): it makes files for office
// programs and reads them. Unpacked when it is first asked; every call gets an
// instance of its own, so that a large file leaves no memory behind and one that
// broke down is never asked again. The build puts two things before this script:
// the packed module, in the element `office-module`, and `officeGlue`, which
// makes the bindings of one instance of it. Promises, each kept only after the
// browser has had the time to show that it waits:
//
//   Office.workbook(title, sheets)           the bytes of a workbook
//   Office.text(title, name, sections)       of a document
//   Office.open(bytes, asItWas)              { text, revised, refusal }
//
// Where the module cannot start, the error has a `sentence`.
const Office = (function () {
  const NO_START = "生成和打开 Word、Excel 文件的程序没有启动起来，别的功能照常可用。请关掉一些网页后再试，或者重新打开本页。";
  const PAINT = 30; // milliseconds in which the browser shows what was said
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

  async function ask(act) {
    await new Promise(done => setTimeout(done, PAINT));
    return act(await start());
  }

  const workbook = (title, sheets) => ask(bindings => bindings.xlsx(title, sheets));
  const text = (title, name, sections) => ask(bindings => bindings.docx(title, name, sections));
  const open = (bytes, asItWas) => ask(bindings => {
    const { text, revised, refusal } = bindings.read(bytes, asItWas);
    return { text, revised, refusal };
  });

  return { workbook, text, open };
})();
