"use strict";
// 导出: what leaves the page, which rows, which columns besides, in which form
// and under which name, with the first rows of it.
const Exports = (function () {
  const dialog = byId("exports");
  const LOOK = 3; //  rows of the preview
  const SHORT = 40; // characters of a cell in it
  const BATCH = 50; // units whose slips are made at a stretch, at least
  const CHANGED = "全文刚刚有改动，没有生成文件。请再导出一次。";
  // Each form: what it takes, whether several of them, and how it leaves.
  const FORMS = {
    xlsx: { name: "Excel 工作簿", tables: "sheets", many: true, leave: workbook },
    docx: { name: "Word 文档", tables: "documents", leave: text },
    csv: { name: "CSV", tables: "sheets", leave: (one, name) => Transfer.save(made("csv", one.sheet, one.shown), "text/csv", name) },
    ics: { name: "日历（.ics）", tables: "sheets", only: "calendar", leave: (one, name) => Transfer.save(made("ics", one.shown), "text/calendar", name) },
    copy: { name: "复制", tables: "sheets", leave: one => Transfer.copy(one) },
    print: { name: "打印", tables: "sheets", leave: print },
  };

  const chosen = () => Store.state.leaving;
  const form = () => FORMS[chosen().form];
  const change = fields => Store.set({ leaving: Object.assign({}, chosen(), fields) });

  // What can leave in the form that is chosen: [name, title].
  function offers() {
    const { tables, only } = form();
    const open = Tabs.outlet();
    const all = Words.all()[tables].filter(one => !only || one.key === only).map(one => [one.key, one.name]);
    const known = only || tables === "documents" || all.some(([name]) => name === open.sheet);
    return known ? all : [[open.sheet, Store.state.reading.title(open.sheet, unitOf(open))]].concat(all);
  }

  const unitOf = out => (out.shown && out.shown.unit) || "";

  // The names of what leaves: those ticked that the form offers, else the open
  // table, else the first.
  function picked() {
    const names = offers().map(([name]) => name);
    const ticked = (chosen().names || [Tabs.outlet().sheet]).filter(name => names.includes(name));
    const some = ticked.length ? ticked : names.slice(0, 1);
    return form().many ? names.filter(name => some.includes(name)) : some.slice(0, 1);
  }

  // One table or document as it leaves: { sheet, shown }.
  function leaving(sheet, all = chosen().all) {
    const { extras, unit } = chosen();
    const shown = Object.assign({}, Tabs.shownOf(sheet));
    if (all) delete shown.rows;
    if (form().tables === "documents") shown.unit = unit;
    return { sheet, shown: Object.assign(shown, { extras }) };
  }

  const look = one => {
    const { reading } = Store.state;
    if (form().tables === "documents") return reading.document_preview(one.sheet, one.shown, LOOK);
    if (form().only) return [[reading.title(one.sheet, ""), reading.ics_preview(one.shown, LOOK)]];
    return [[reading.title(one.sheet, unitOf(one)), reading.preview(one.sheet, one.shown, LOOK)]];
  };

  function draw() {
    if (!dialog.open) return;
    const names = picked();
    const { extras, unit } = chosen();
    const documents = form().tables === "documents";
    group("export-forms", "form", "radio", Object.keys(FORMS).map(key => [key, FORMS[key].name]), [chosen().form], ([key]) => change({ form: key }));
    group("export-names", "what", form().many ? "checkbox" : "radio", offers(), names, ticked => change({ names: ticked }));
    drawRows(names[0]);
    group("export-extras", "extra", "checkbox", Words.all().extras.map(one => [one.key, one.name]), extras, ticked => change({ extras: ticked }));
    byId("export-extras").hidden = documents || Boolean(form().only);
    byId("export-unit").hidden = names[0] !== "slips";
    drawUnits(unit);
    drawName(names);
    drawLook(names);
  }

  // Whether what is filtered out leaves too; asked only where something is.
  function drawRows(name) {
    const count = all => look(leaving(name, all)).reduce((sum, [, table]) => sum + table.count, 0);
    const [some, every] = [count(false), count(true)];
    byId("export-rows").hidden = some === every;
    group("export-rows", "rows", "radio", [["shown", "当前显示的 " + grouped(some) + " 行"], ["all", "全部 " + grouped(every) + " 行"]],
      [chosen().all ? "all" : "shown"], ([which]) => change({ all: which === "all" }));
  }

  // A set of choices; `act` is told the values that are ticked.
  function group(id, name, type, choices, ticked, act) {
    const place = byId(id).querySelector("div");
    const had = place.contains(document.activeElement) && document.activeElement.value;
    place.textContent = "";
    const boxes = choices.map(([value]) => el("input", { type, name: "export-" + name, value, checked: ticked.includes(value) }));
    boxes.forEach(box => box.addEventListener("change", () => act(boxes.filter(one => one.checked).map(one => one.value))));
    place.append(...choices.map(([, label], at) => el("label", null, boxes[at], label)));
    const again = boxes.find(box => box.value === had);
    if (again) again.focus();
  }

  function drawUnits(unit) {
    const list = byId("export-unit").querySelector("select");
    const names = Store.view("units").map(one => one.unit);
    list.textContent = "";
    list.append(el("option", { value: "" }, "全部 " + grouped(names.length) + " 个单位，一页一个"), ...names.map(name => el("option", { value: name, selected: name === unit }, name)));
  }

  const isFile = () => ["xlsx", "docx", "csv", "ics"].includes(chosen().form);

  function drawName(names) {
    byId("export-name").hidden = !isFile();
    drawGo();
    byId("export-name").querySelector("input").value = fileName(names);
  }

  function drawGo() {
    byId("export-go").textContent = Store.state.work ? Store.state.work.name + "……" + Work.share() : isFile() ? "导出" : form().name;
  }

  // As it was typed, else after the notice and what leaves.
  function fileName(names) {
    const { reading } = Store.state;
    const typed = chosen().name;
    if (typed) return reading.legal_name(typed.replace(/\.\w+$/, ""), chosen().form);
    const offer = offers().find(([name]) => name === names[0])[1];
    const what = names.length > 1 ? "任务分解" : chosen().unit && names[0] === "slips" ? chosen().unit + offer : offer;
    return reading.legal_name(title().slice(0, 60) + "-" + what, chosen().form);
  }

  function drawLook(names) {
    const place = byId("export-look");
    place.textContent = "";
    names.reduce((all, name) => all.concat(look(leaving(name))), []).slice(0, 12).forEach(([title, table]) => place.append(preview(title, table)));
  }

  function preview(title, { note, header, rows, count }) {
    const cell = words => (words.length > SHORT ? words.slice(0, SHORT) + "……" : words);
    return el("figure", null,
      el("figcaption", null, title, el("small", null, grouped(count) + " 行"), note ? el("small", null, note) : null),
      el("table", null, headRow(header.slice(0, 20)),
        el("tbody", null, rows.map(row => el("tr", null, row.slice(0, 20).map(words => el("td", { class: words.length > 12 ? "long" : null }, cell(words))))))));
  }

  function made(method, ...given) {
    return Store.state.reading[method](...given);
  }

  const title = () => Store.view("summary").title || "";
  const marked = () => Store.view("summary").marked_title || "";

  async function workbook(one, name, pause) {
    const names = picked();
    const sheets = [];
    for (const name of names) {
      await pause(sheets.length / (names.length + 1));
      sheets.push(...made("worksheets", [leaving(name)]));
    }
    await pause(names.length / (names.length + 1));
    const file = await Office.workbook(marked(), sheets);
    await pause(1);
    Transfer.save(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
  }

  async function text(one, name, pause) {
    const file = await Office.text(marked(), one.sheet, batches(one), pause);
    await pause(1);
    Transfer.save(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name);
  }

  // Its sections; where it has some for each unit, some units at a time.
  function batches({ sheet, shown }) {
    const all = sheet === "slips" && !shown.unit ? Store.view("units").length : 1;
    const some = Math.max(BATCH, Math.ceil(all / 20));
    const starts = Array.from({ length: Math.ceil(all / some) }, (_, at) => at * some);
    const units = from => (all > 1 ? [from, Math.min(all, from + some)] : null);
    return starts.map(from => () => made("sections", sheet, Object.assign({}, shown, { units: units(from) })));
  }

  function print(one) {
    dialog.close();
    Paper.print(one);
  }

  // A file may take long. The clipboard opens to nobody but the click itself.
  function go() {
    if (Store.state.work) return;
    if (!isFile()) return leave();
    Store.set({ said: "" });
    Work.run("正在生成", leave).catch(() => Store.set({ said: "已取消，没有生成文件。" }));
  }

  async function leave(pause) {
    const { reading } = Store.state;
    const same = async share => {
      await pause(share);
      if (Store.state.reading !== reading) throw Object.assign(new Error("another text"), { sentence: CHANGED });
    };
    try {
      const names = picked();
      await form().leave(leaving(names[0]), fileName(names), same);
    } catch (error) {
      if (Work.wasCancelled(error)) throw error;
      Store.set({ said: error.sentence || "内容太多，没有导出。可以先筛选，或者只选一张表。" });
    }
  }

  function open() {
    change({ names: null, unit: unitOf(Tabs.outlet()), name: "", all: false });
    Store.set({ said: "" });
    dialog.showModal();
    draw();
  }

  function start() {
    byId("export").addEventListener("click", open);
    byId("close-exports").addEventListener("click", () => dialog.close());
    byId("export-go").addEventListener("click", go);
    byId("export-unit").querySelector("select").addEventListener("change", event => change({ unit: event.target.value }));
    byId("export-name").querySelector("input").addEventListener("change", event => change({ name: event.target.value }));
    Store.watch(["leaving"], draw);
    Store.watch(["work"], drawGo);
    Store.watch(["said"], () => (byId("export-said").textContent = Store.state.said));
  }

  return { start };
})();
