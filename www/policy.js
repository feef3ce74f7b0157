// The first script of the page: it writes the policy that binds everything
// after it. Kernels before 97 allow WebAssembly only by 'unsafe-eval'; newer
// ones know the narrower word, and get no more than that. The policy stays in
// force when its element goes again: a copy of the living page, opened by
// another kernel, shall not be bound by both words. What no policy forbids,
// calls from browser to browser, is taken away. Written in the oldest
// JavaScript, so that it runs wherever the page is opened.
(function () {
  var kernel = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent);
  var engine = kernel && Number(kernel[1]) < 97 ? "'unsafe-eval'" : "'wasm-unsafe-eval'";
  var policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = [
    "default-src 'none'",
    "script-src {{SCRIPT_HASHES}} " + engine,
    "style-src {{STYLE_HASHES}}",
    "worker-src blob:",
    "connect-src 'none'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  document.head.appendChild(policy);
  document.head.removeChild(policy);
  var channels = /^(webkit|moz)?(RTC|WebTransport|Presentation)/;
  Object.getOwnPropertyNames(window).forEach(function (name) {
    if (channels.test(name)) delete window[name];
  });
})();
