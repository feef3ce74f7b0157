"use strict";
// The frame of the page is drawn from the block `frame`, and whatever a copy
// saved by a browser still shows of an earlier use goes first: so a copy of the
// living page starts like the file it came from. What stands around the frame
// is never changed, but for `startup`, which is set back here.
const Frame = (function () {
  const TITLE = "通知任务分解";
  const STARTING = "正在启动……";

  const remains = Array.from(document.querySelectorAll("#page"));

  function draw() {
    remains.forEach(element => element.remove());
    document.title = TITLE;
    reset(byId("startup"));
    const parsed = new DOMParser().parseFromString(byId("frame").textContent, "text/html");
    byId("startup").after(document.adoptNode(parsed.getElementById("page")));
  }

  function reset(startup) {
    startup.hidden = false;
    startup.removeAttribute("class");
    startup.querySelector("[data-reason]").textContent = STARTING;
    startup.querySelector("[data-agent]").textContent = "";
  }

  draw();
  // Known from now on, it hides: only where no script runs, its words show.
  customElements.define("idle-page", class extends HTMLElement {});
  return { TITLE, reset, wasDrawn: remains.length > 0 };
})();
